package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Line;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.dispatch.Meeting;
import org.xiangmuzhang.steward.domain.dispatch.Outcome;
import org.xiangmuzhang.steward.domain.dispatch.Standing;
import org.xiangmuzhang.steward.port.out.Dispatches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcDispatches implements Dispatches {

    private final JdbcClient jdbc;

    JdbcDispatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Meeting meeting) {
        try {
            jdbc.sql(
                            """
                            insert into steward.dispatch
                                (id, region, week, host, opened_at, version)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            meeting.id(),
                            meeting.region().code(),
                            meeting.week(),
                            meeting.host(),
                            Timestamp.from(meeting.openedAt()),
                            meeting.version())
                    .update();
        } catch (DuplicateKeyException quicker) {
            throw String.valueOf(quicker.getMessage()).contains("dispatch_open")
                    ? Refusal.conflict("dispatch-open-already")
                    : Refusal.conflict("dispatch-week-held", meeting.week());
        }
        meeting.lines().forEach(line -> add(meeting, line));
    }

    private void add(Meeting meeting, Line line) {
        jdbc.sql(
                        """
                        insert into steward.dispatch_line (id, dispatch, region, number, kind, about,
                            matter_region, project, times, outcome)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(line.id())
                .param(meeting.id())
                .param(meeting.region().code())
                .param(line.number())
                .param(line.matter().kind().name())
                .param(line.matter().about())
                .param(line.matter().region().code())
                .param(line.matter().project())
                .param(line.times())
                .param(line.outcome().name())
                .update();
    }

    @Override
    public Optional<Meeting> held(UUID dispatch) {
        return meeting("select * from steward.dispatch where id = ? for update", dispatch);
    }

    @Override
    public Optional<Meeting> byId(UUID dispatch) {
        return meeting("select * from steward.dispatch where id = ?", dispatch);
    }

    private Optional<Meeting> meeting(String sql, UUID dispatch) {
        return jdbc.sql(sql)
                .param(dispatch)
                .query((row, number) -> meeting(row, lines(dispatch)))
                .optional();
    }

    private List<Line> lines(UUID dispatch) {
        return jdbc.sql("select * from steward.dispatch_line where dispatch = ? order by number")
                .param(dispatch)
                .query(
                        (row, number) ->
                                new Line(
                                        row.getObject("id", UUID.class),
                                        row.getInt("number"),
                                        new Matter(
                                                Kind.valueOf(row.getString("kind")),
                                                row.getObject("about", UUID.class),
                                                new Region(row.getString("matter_region")),
                                                row.getObject("project", UUID.class)),
                                        row.getInt("times"),
                                        Outcome.valueOf(row.getString("outcome")),
                                        row.getObject("remark", UUID.class),
                                        row.getObject("ticket", UUID.class)))
                .list();
    }

    private static Meeting meeting(ResultSet row, List<Line> lines) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Meeting(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("week", LocalDate.class),
                row.getObject("host", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                lines,
                row.getLong("version"));
    }

    @Override
    public void save(Meeting meeting) {
        Instant closed = meeting.closedAt();
        jdbc.sql("update steward.dispatch set closed_at = ?, version = ? where id = ?")
                .param(closed == null ? null : Timestamp.from(closed))
                .param(meeting.version())
                .param(meeting.id())
                .update();
        meeting.lines().stream()
                .filter(line -> line.outcome() != Outcome.OPEN)
                .forEach(
                        line ->
                                jdbc.sql(
                                                """
                                                update steward.dispatch_line
                                                   set outcome = ?, remark = ?, ticket = ?
                                                 where id = ? and outcome = 'OPEN'
                                                """)
                                        .param(line.outcome().name())
                                        .param(line.remark())
                                        .param(line.ticket())
                                        .param(line.id())
                                        .update());
    }

    @Override
    public List<Meeting> list(
            Set<Region> regions,
            @Nullable LocalDate beforeWeek,
            @Nullable UUID afterDispatch,
            int limit) {
        return jdbc.sql(
                        """
                        select found.* from unnest(:regions) as place(code)
                        cross join lateral (
                            select * from steward.dispatch
                             where region = place.code
                               and (cast(:week as date) is null or week < :week
                                    or week = :week and id > :after)
                             order by week desc, id limit :limit) found
                        order by week desc, id limit :limit
                        """)
                .param("regions", JdbcTickets.codes(regions))
                .param("week", beforeWeek, Types.DATE)
                .param("after", afterDispatch, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> meeting(row, List.of()))
                .list();
    }

    @Override
    public List<Standing> standing(Region place, Collection<UUID> about) {
        return jdbc.sql(
                        """
                        select * from steward.dispatch_standing
                         where place = ? and quiet_until is null or about = any(?)
                        """)
                .params(place.code(), about.toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                new Standing(
                                        matter(row),
                                        new Region(row.getString("place")),
                                        row.getInt("times"),
                                        row.getObject("quiet_until", LocalDate.class)))
                .list();
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                Kind.valueOf(row.getString("kind")),
                row.getObject("about", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class));
    }

    @Override
    public void put(Standing standing) {
        Matter matter = standing.matter();
        jdbc.sql(
                        """
                        insert into steward.dispatch_standing
                            (kind, about, region, project, place, times, quiet_until)
                        values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (kind, about) do update set place = excluded.place,
                               times = excluded.times, quiet_until = excluded.quiet_until
                        """)
                .param(matter.kind().name())
                .param(matter.about())
                .param(matter.region().code())
                .param(matter.project())
                .param(standing.place().code())
                .param(standing.times())
                .param(standing.quietUntil())
                .update();
    }

    @Override
    public void forget(Collection<Matter> matters) {
        matters.forEach(
                matter ->
                        jdbc.sql(
                                        "delete from steward.dispatch_standing where kind = ? and about = ?")
                                .params(matter.kind().name(), matter.about())
                                .update());
    }

    @Override
    public boolean move(Kind kind, UUID about, Region place) {
        return jdbc.sql(
                                """
                        update steward.dispatch_standing
                           set place = ?, times = 0, quiet_until = null
                         where kind = ? and about = ?
                        """)
                        .params(place.code(), kind.name(), about)
                        .update()
                == 1;
    }

    @Override
    public List<Matter> slack(Region region, int less, int limit) {
        return jdbc.sql(
                        """
                        select 'SLACK' as kind, project as about, region, project
                          from steward.board b
                         where region = ? and urgency < ? and done < items
                           and not exists (select from steward.project p
                                            where p.id = b.project and p.closed_on is not null)
                         order by urgency, project limit ?
                        """)
                .params(region.code(), less, limit)
                .query((row, number) -> matter(row))
                .list();
    }

    @Override
    public Set<UUID> stillSlack(Collection<UUID> projects, int less) {
        return jdbc.sql(
                        """
                        select project from steward.board b
                         where project = any(?) and urgency < ? and done < items
                           and not exists (select from steward.project p
                                            where p.id = b.project and p.closed_on is not null)
                        """)
                .params(projects.toArray(UUID[]::new), less)
                .query(UUID.class)
                .set();
    }

    @Override
    public List<Matter> stale(Region region, LocalDate before, int limit) {
        return jdbc.sql(
                        """
                        select 'STALE' as kind, f.project as about, f.region, f.project
                          from steward.external_fact f
                         where f.region = ? and f.verified_on < ?
                           and not exists (select from steward.board b
                                            where b.project = f.project
                                              and b.items > 0 and b.done >= b.items)
                           and not exists (select from steward.project p
                                            where p.id = f.project and p.closed_on is not null)
                         group by f.region, f.project
                         order by min(f.verified_on), f.project limit ?
                        """)
                .params(region.code(), before, limit)
                .query((row, number) -> matter(row))
                .list();
    }

    @Override
    public Set<UUID> stillStale(Collection<UUID> projects, LocalDate before) {
        return jdbc.sql(
                        """
                        select distinct f.project from steward.external_fact f
                          left join steward.board b on b.project = f.project
                         where f.project = any(?) and f.verified_on < ?
                           and coalesce(b.items = 0 or b.done < b.items, true)
                           and not exists (select from steward.project p
                                            where p.id = f.project and p.closed_on is not null)
                        """)
                .params(projects.toArray(UUID[]::new), before)
                .query(UUID.class)
                .set();
    }
}

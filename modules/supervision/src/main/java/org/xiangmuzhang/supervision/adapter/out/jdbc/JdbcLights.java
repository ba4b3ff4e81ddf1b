package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.Thresholds;
import org.xiangmuzhang.supervision.domain.Warning;
import org.xiangmuzhang.supervision.port.out.Lights;
import org.xiangmuzhang.supervision.port.out.Lights.Change.Ended;
import org.xiangmuzhang.supervision.port.out.Lights.Change.Started;
import org.xiangmuzhang.supervision.port.out.Lights.Change.Touched;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@Repository
class JdbcLights implements Lights {

    private final JdbcClient jdbc;

    JdbcLights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As many of one kind together as come one after another, counted by item. */
    @Override
    public void change(List<Change> changes) {
        List<Started> started = new ArrayList<>();
        SequencedMap<UUID, LocalDate> touched = new LinkedHashMap<>();
        SequencedMap<UUID, LocalDate> ended = new LinkedHashMap<>();
        for (Change change : changes) {
            UUID task = change.task();
            boolean later =
                    switch (change) {
                        case Started _ -> touched.containsKey(task) || ended.containsKey(task);
                        case Touched _ -> ended.containsKey(task);
                        case Ended _ -> false;
                    };
            if (later) {
                write(started, touched, ended);
            }
            switch (change) {
                case Started start -> started.add(start);
                case Touched touch -> touched.put(task, touch.on());
                case Ended end -> ended.put(task, end.on());
            }
        }
        write(started, touched, ended);
    }

    private void write(
            List<Started> started,
            SequencedMap<UUID, LocalDate> touched,
            SequencedMap<UUID, LocalDate> ended) {
        start(started);
        touch(touched);
        end(ended);
        started.clear();
        touched.clear();
        ended.clear();
    }

    private void start(List<Started> started) {
        SequencedMap<String, Started> last = new LinkedHashMap<>();
        started.forEach(start -> last.put(start.task() + start.clock().kind().name(), start));
        if (last.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into supervision.clock
                            (task, kind, region, accepted_on, limit_days, limit_unit, next_turn_on)
                        select * from unnest(cast(:tasks as uuid[]), :kinds, :regions,
                            cast(:accepted as date[]), cast(:days as int[]), :units,
                            cast(:next as date[]))
                        on conflict (task, kind) do update
                        set accepted_on = excluded.accepted_on, limit_days = excluded.limit_days,
                            limit_unit = excluded.limit_unit, ended_on = null,
                            next_turn_on = excluded.next_turn_on, calendar = null, thresholds = ''
                        """)
                .param("tasks", texts(last.values(), Started::task))
                .param("kinds", texts(last.values(), start -> start.clock().kind()))
                .param("regions", texts(last.values(), start -> start.region().code()))
                .param("accepted", texts(last.values(), start -> start.clock().acceptedOn()))
                .param("days", texts(last.values(), start -> start.clock().limit().days()))
                .param("units", texts(last.values(), start -> start.clock().limit().unit()))
                .param("next", texts(last.values(), Started::on))
                .update();
    }

    private void touch(SequencedMap<UUID, LocalDate> touched) {
        if (touched.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update supervision.clock set next_turn_on = touched."on"
                        from unnest(cast(:tasks as uuid[]), cast(:days as date[]))
                            as touched (task, "on")
                        where clock.task = touched.task and ended_on is null
                        """)
                .param("tasks", texts(touched.keySet(), Function.identity()))
                .param("days", texts(touched.values(), Function.identity()))
                .update();
    }

    private void end(SequencedMap<UUID, LocalDate> ended) {
        if (ended.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with ended as (
                            select * from unnest(cast(:tasks as uuid[]), cast(:days as date[]))
                                as given (task, "on")),
                        dark as (
                            update supervision.light set standing = false
                            from ended where light.task = ended.task and standing)
                        update supervision.clock set ended_on = ended."on", next_turn_on = null
                        from ended where clock.task = ended.task
                        """)
                .param("tasks", texts(ended.keySet(), Function.identity()))
                .param("days", texts(ended.values(), Function.identity()))
                .update();
    }

    private static <T> String[] texts(Collection<T> rows, Function<? super T, ?> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }

    @Override
    public Set<Region> places() {
        return jdbc.sql(
                        """
                        with recursive place (region) as (
                            select min(region) from supervision.clock where ended_on is null
                            union all
                            select (select min(c.region) from supervision.clock c
                                     where c.ended_on is null and c.region > place.region)
                              from place where place.region is not null)
                        select region from place where region is not null
                        """)
                .query((row, i) -> new Region(row.getString(1)))
                .set();
    }

    @Override
    public List<Alike> running(Collection<Region> places) {
        return jdbc.sql(
                        """
                        select c.region, c.kind, c.accepted_on, c.limit_days, c.limit_unit,
                               (array_agg(c.task))[1] as task, count(*) as clocks
                          from supervision.clock c
                         cross join lateral (
                               select string_agg(
                                          greatest(h.from_day, c.accepted_on + 1)
                                              || '~' || coalesce(h.until_day::text, ''),
                                          ',' order by h.from_day) as days
                                 from supervision.holding h
                                where h.task = c.task and h.kind <> 'DEPARTMENT'
                                  and (h.until_day is null or h.until_day > c.accepted_on)) stood
                         where c.region = any (?) and c.ended_on is null
                         group by c.region, c.kind, c.accepted_on, c.limit_days, c.limit_unit,
                                  stood.days
                        """)
                .param(codes(places))
                .query(
                        (row, i) ->
                                new Alike(
                                        new Region(row.getString("region")),
                                        clock(row),
                                        row.getLong("clocks")))
                .list();
    }

    @Override
    public List<Warning> overdue(
            Map<Region, LocalDate> byPlace, @Nullable String department, int limit) {
        return ofPlaces(
                        jdbc.sql(
                                """
                                select found.*
                                  from unnest(:places, cast(:days as date[])) as place(code, day)
                                 cross join lateral (
                                     select * from supervision.light
                                      where standing and region = place.code and light = 'RED'
                                        and due <= place.day
                                        and (:department::text is null
                                            or department = :department)
                                      order by due, task, kind limit :limit) as found
                                 order by due, task, kind limit :limit
                                """),
                        byPlace)
                .param("department", department)
                .param("limit", limit)
                .query((row, i) -> warning(row))
                .list();
    }

    @Override
    public long countOverdue(Map<Region, LocalDate> byPlace) {
        return ofPlaces(
                        jdbc.sql(
                                """
                                select count(distinct l.task)
                                  from unnest(:places, cast(:days as date[])) as place(code, day)
                                  join supervision.light l on l.region = place.code
                                 where l.standing and l.light = 'RED' and l.due <= place.day
                                """),
                        byPlace)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec ofPlaces(
            JdbcClient.StatementSpec asked, Map<Region, LocalDate> byPlace) {
        List<Region> places = List.copyOf(byPlace.keySet());
        return asked.param("places", codes(places))
                .param("days", texts(places, place -> String.valueOf(byPlace.get(place))));
    }

    private static String[] codes(Collection<Region> places) {
        return places.stream().map(Region::code).toArray(String[]::new);
    }

    @Override
    public List<LimitClock> due(
            LocalDate today, String calendar, Map<Region, Thresholds> thresholds, int limit) {
        SequencedSet<LimitClock> due = new LinkedHashSet<>();
        due.addAll(
                clocks(
                        jdbc.sql(
                                        """
                                        select * from supervision.clock where next_turn_on <= ?
                                        order by next_turn_on limit ? for update skip locked
                                        """)
                                .param(today)
                                .param(limit)));
        due.addAll(
                clocks(
                        jdbc.sql(
                                        """
                                        select * from supervision.clock
                                        where ended_on is null and calendar < ?
                                        order by calendar limit ? for update skip locked
                                        """)
                                .param(calendar)
                                .param(limit - due.size())));
        due.addAll(
                clocks(
                        jdbc.sql(
                                        """
                                        select * from supervision.clock
                                        where ended_on is null and calendar > ?
                                        order by calendar limit ? for update skip locked
                                        """)
                                .param(calendar)
                                .param(limit - due.size())));
        List<Region> places = List.copyOf(thresholds.keySet());
        String[] marks =
                places.stream()
                        .map(thresholds::get)
                        .filter(Objects::nonNull)
                        .map(Thresholds::mark)
                        .toArray(String[]::new);
        due.addAll(
                clocks(
                        jdbc.sql(
                                        """
                                        select clock.* from supervision.clock
                                        join (
                                            select found.* from unnest(?, ?) as place (region, mark)
                                            cross join lateral (
                                                (select task, kind from supervision.clock
                                                  where region = place.region
                                                    and ended_on is null
                                                    and thresholds < place.mark limit ?)
                                                union all
                                                (select task, kind from supervision.clock
                                                  where region = place.region
                                                    and ended_on is null
                                                    and thresholds > place.mark limit ?)) as found
                                            limit ?) as other using (task, kind)
                                        for update of clock skip locked
                                        """)
                                .param(codes(places))
                                .param(marks)
                                .param(limit - due.size())
                                .param(limit - due.size())
                                .param(limit - due.size())));
        return List.copyOf(due);
    }

    private static List<LimitClock> clocks(JdbcClient.StatementSpec query) {
        return query.query((row, i) -> clock(row)).list();
    }

    private static LimitClock clock(ResultSet row) throws SQLException {
        return new LimitClock(
                row.getObject("task", UUID.class),
                LimitClock.Kind.valueOf(row.getString("kind")),
                row.getObject("accepted_on", LocalDate.class),
                limit(row));
    }

    @Override
    public Light lightOf(LimitClock clock) {
        return jdbc.sql("select light from supervision.light where task = ? and kind = ?")
                .param(clock.task())
                .param(clock.kind().name())
                .query(String.class)
                .optional()
                .map(Light::valueOf)
                .orElse(Light.GREEN);
    }

    @Override
    public void turn(Warning warning) {
        jdbc.sql(
                        """
                        insert into supervision.light
                            (task, kind, region, application, project, department, item_code,
                             light, used_days, limit_days, limit_unit, due, since, calendar,
                             standing)
                        values (:task, :kind, :region, :application, :project, :department, :item,
                            :light, :used, :days, :unit, :due, :since, :calendar, true)
                        on conflict (task, kind) do update
                        set light = excluded.light, used_days = excluded.used_days,
                            limit_days = excluded.limit_days, limit_unit = excluded.limit_unit,
                            due = excluded.due, since = excluded.since,
                            calendar = excluded.calendar, standing = true
                        """)
                .param("task", warning.task())
                .param("kind", warning.clock().name())
                .param("region", warning.region().code())
                .param("application", warning.application())
                .param("project", warning.project())
                .param("department", warning.department())
                .param("item", warning.itemCode())
                .param("light", warning.light().name())
                .param("used", warning.used())
                .param("days", warning.limit().days())
                .param("unit", warning.limit().unit().name())
                .param("due", warning.due())
                .param("since", warning.since())
                .param("calendar", warning.calendar())
                .update();
    }

    @Override
    public void read(
            LimitClock clock,
            @Nullable LocalDate nextTurn,
            String calendar,
            Thresholds thresholds) {
        jdbc.sql(
                        """
                        update supervision.clock
                        set next_turn_on = ?, calendar = ?, thresholds = ?
                        where task = ? and kind = ?
                        """)
                .param(nextTurn)
                .param(calendar)
                .param(thresholds.mark())
                .param(clock.task())
                .param(clock.kind().name())
                .update();
    }

    @Override
    public List<Warning> warnings(
            Set<Region> regions,
            @Nullable String department,
            @Nullable Light light,
            Warning.@Nullable Place after,
            int limit) {
        return jdbc.sql(
                        """
                        select found.* from unnest(:regions) as place(code)
                        cross join lateral (
                            select * from supervision.light
                            where standing and region = place.code
                                and (:department::text is null or department = :department)
                                and light <> 'GREEN' and (:light::text is null or light = :light)
                                and (due, task, kind) > (:due, :task, :kind)
                            order by due, task, kind limit :limit) as found
                        order by due, task, kind limit :limit
                        """)
                .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                .param("department", department)
                .param("light", light == null ? null : light.name())
                .param("due", after == null ? LocalDate.EPOCH : after.due())
                .param("task", after == null ? new UUID(0, 0) : after.task())
                .param("kind", after == null ? "" : after.clock().name())
                .param("limit", limit)
                .query((row, i) -> warning(row))
                .list();
    }

    @Override
    public List<Warning> ofProjects(Collection<UUID> projects) {
        return jdbc.sql(
                        """
                        select * from supervision.light
                        where standing and light <> 'GREEN' and project = any (?)
                        order by due, task, kind
                        """)
                .param(projects.toArray(UUID[]::new))
                .query((row, i) -> warning(row))
                .list();
    }

    @Override
    public Map<UUID, Light> lit(Collection<Region> regions) {
        Map<UUID, Light> worst = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct project, light from supervision.light
                        where standing and light <> 'GREEN' and project is not null
                            and region = any (?)
                        """)
                .param(regions.stream().map(Region::code).toArray(String[]::new))
                .query(
                        row -> {
                            worst.merge(
                                    row.getObject("project", UUID.class),
                                    Light.valueOf(row.getString("light")),
                                    (one, other) -> one.compareTo(other) >= 0 ? one : other);
                        });
        return worst;
    }

    @Override
    public List<Warning> ofApplication(UUID application) {
        return jdbc.sql(
                        """
                        select * from supervision.light where standing and application = ?
                        order by due, task, kind
                        """)
                .param(application)
                .query((row, i) -> warning(row))
                .list();
    }

    @Override
    public List<Warning> ofTask(UUID task) {
        return jdbc.sql("select * from supervision.light where standing and task = ? order by kind")
                .param(task)
                .query((row, i) -> warning(row))
                .list();
    }

    private static Warning warning(ResultSet row) throws SQLException {
        return new Warning(
                row.getObject("task", UUID.class),
                LimitClock.Kind.valueOf(row.getString("kind")),
                new Region(row.getString("region")),
                row.getObject("application", UUID.class),
                row.getObject("project", UUID.class),
                row.getString("department"),
                row.getString("item_code"),
                Light.valueOf(row.getString("light")),
                row.getInt("used_days"),
                limit(row),
                row.getObject("due", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getString("calendar"));
    }

    private static TimeLimit limit(ResultSet row) throws SQLException {
        return new TimeLimit(
                row.getInt("limit_days"), TimeLimit.Unit.valueOf(row.getString("limit_unit")));
    }
}

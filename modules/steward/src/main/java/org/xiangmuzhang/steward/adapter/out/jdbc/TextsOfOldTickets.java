package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was written in tickets that were closed long ago, and in the minutes of meetings of that
 * time; that it was done stays.
 */
@Repository
class TextsOfOldTickets implements Retained {

    private static final Term TERM = new Term("tickets", 365, 36500, 1825);

    private final JdbcClient jdbc;
    private final Remarks remarks;

    TextsOfOldTickets(JdbcClient jdbc, Remarks remarks) {
        this.jdbc = jdbc;
        this.remarks = remarks;
    }

    @Override
    public Term term() {
        return TERM;
    }

    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from (
                            (select t.id, t.region, t.project,
                                    t.closed_on at time zone 'Asia/Shanghai' as since,
                                    array(select distinct done_by from steward.ticket_act
                                           where ticket = t.id) as people
                               from steward.ticket t
                              where not t.open and not t.texts_gone and t.closed_on < :day
                                and (cast(:after as uuid) is null or t.id > cast(:after as uuid))
                              order by t.id limit :limit)
                            union all
                            (select d.id, d.region, null, d.closed_at, array[d.host]
                               from steward.dispatch d
                              where d.closed_at < :before and not d.texts_gone
                                and (cast(:after as uuid) is null or d.id > cast(:after as uuid))
                              order by d.id limit :limit)) both_kinds
                         order by id limit :limit
                        """)
                .param("day", LocalDate.ofInstant(before, WorkingDays.ZONE))
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) -> {
                            UUID project = row.getObject("project", UUID.class);
                            return new Piece(
                                    row.getObject("id", UUID.class),
                                    new Region(row.getString("region")),
                                    row.getTimestamp("since").toInstant(),
                                    project == null ? Map.of() : Map.of(HeldKind.PROJECT, project),
                                    Set.of((UUID[]) row.getArray("people").getArray()));
                        })
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                                select region, count(*) from (
                                    select region from steward.ticket
                                     where not open and not texts_gone and closed_on < :day
                                    union all
                                    select region from steward.dispatch
                                     where closed_at < :before and not texts_gone) both_kinds
                                 group by region
                                """)
                        .param("day", LocalDate.ofInstant(before, WorkingDays.ZONE))
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID id) {
        return removed(
                        id,
                        "update steward.ticket set texts_gone = true"
                                + " where id = ? and not open and not texts_gone",
                        "select remark from steward.ticket_act"
                                + " where ticket = ? and remark is not null")
                || removed(
                        id,
                        "update steward.dispatch set texts_gone = true"
                                + " where id = ? and closed_at is not null and not texts_gone",
                        "select remark from steward.dispatch_line"
                                + " where dispatch = ? and remark is not null and ticket is null");
    }

    /** What became a ticket goes with the ticket. */
    private boolean removed(UUID id, String mark, String written) {
        boolean gone = jdbc.sql(mark).param(id).update() == 1;
        if (gone) {
            remarks.remove(jdbc.sql(written).param(id).query(UUID.class).list());
        }
        return gone;
    }
}

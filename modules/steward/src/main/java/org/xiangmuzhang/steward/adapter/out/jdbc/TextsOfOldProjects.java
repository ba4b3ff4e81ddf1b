package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why mandates were narrowed or revoked, records corrected and the like, in projects in which
 * nothing has happened for a long time; that it was done stays. Tickets and minutes go by their own
 * term.
 */
@Repository
class TextsOfOldProjects implements Retained {

    private static final Term TERM = new Term("projects", 365, 36500, 3650);

    private final JdbcClient jdbc;
    private final Remarks remarks;

    TextsOfOldProjects(JdbcClient jdbc, Remarks remarks) {
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
                        select p.id, p.region, e.recorded_at
                          from steward.project p
                         cross join lateral (
                               select global_index, recorded_at from eventlog.event
                                where project = p.id order by global_index desc limit 1) e
                         where e.recorded_at < :before and e.global_index > p.texts_removed
                           and (cast(:after as uuid) is null or p.id > cast(:after as uuid))
                         order by p.id limit :limit
                        """)
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new Piece(
                                    id,
                                    new Region(row.getString("region")),
                                    row.getTimestamp("recorded_at").toInstant(),
                                    Map.of(HeldKind.PROJECT, id));
                        })
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select p.region, count(*) from steward.project p
                         cross join lateral (
                               select global_index, recorded_at from eventlog.event
                                where project = p.id order by global_index desc limit 1) e
                         where e.recorded_at < :before and e.global_index > p.texts_removed
                         group by p.region
                        """)
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID project) {
        remarks.remove(
                jdbc.sql(
                                """
                                select cast(payload ->> 'remark' as uuid) from eventlog.event
                                 where project = ? and payload ->> 'remark' is not null
                                   and payload_type like 'steward.%'
                                   and payload_type not like 'steward.ticket-%'
                                   and payload_type not like 'steward.dispatch-%'
                                """)
                        .param(project)
                        .query(UUID.class)
                        .list());
        return jdbc.sql(
                                """
                                update steward.project set texts_removed =
                                       (select max(global_index) from eventlog.event
                                         where project = :id)
                                 where id = :id
                                """)
                        .param("id", project)
                        .update()
                == 1;
    }
}

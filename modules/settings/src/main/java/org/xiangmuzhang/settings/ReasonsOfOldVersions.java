package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.Retained;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why a setting was changed and what the second person said, once a newer one was approved; what
 * was set stays.
 */
@Repository
class ReasonsOfOldVersions implements Retained {

    private static final Term TERM = new Term("settings", 365, 36500, 3650);

    private final JdbcClient jdbc;
    private final Remarks remarks;

    ReasonsOfOldVersions(JdbcClient jdbc, Remarks remarks) {
        this.jdbc = jdbc;
        this.remarks = remarks;
    }

    @Override
    public Term term() {
        return TERM;
    }

    /** A version is named by its reason, which is its own. */
    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select v.reason, v.region, newer.decided_at
                          from settings.version v
                         cross join lateral (
                               select min(n.decided_at) as decided_at from settings.version n
                                where n.region = v.region and n.name = v.name
                                  and n.number > v.number and n.state = 'APPROVED') newer
                         where v.state <> 'PROPOSED' and not v.reasons_removed
                           and newer.decided_at < :before
                           and (cast(:after as uuid) is null or v.reason > cast(:after as uuid))
                         order by v.reason limit :limit
                        """)
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Piece(
                                        row.getObject("reason", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getTimestamp("decided_at").toInstant(),
                                        Map.of()))
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select v.region, count(*) from settings.version v
                         where v.state <> 'PROPOSED' and not v.reasons_removed
                           and (select min(n.decided_at) from settings.version n
                                 where n.region = v.region and n.name = v.name
                                   and n.number > v.number and n.state = 'APPROVED') < :before
                         group by v.region
                        """)
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID reason) {
        remarks.remove(
                jdbc.sql(
                                "select unnest(array_remove(array[reason, answer], null))"
                                        + " from settings.version where reason = ?")
                        .param(reason)
                        .query(UUID.class)
                        .list());
        return jdbc.sql("update settings.version set reasons_removed = true where reason = ?")
                        .param(reason)
                        .update()
                == 1;
    }
}

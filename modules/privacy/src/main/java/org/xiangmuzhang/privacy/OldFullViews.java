package org.xiangmuzhang.privacy;

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
import java.util.Set;
import java.util.UUID;

/** Who saw whom in full is kept for a time, with its reason, and no longer. */
@Repository
class OldFullViews implements Retained {

    private static final Term TERM = new Term("views", 180, 36500, 1095);

    private final JdbcClient jdbc;
    private final Remarks remarks;

    OldFullViews(JdbcClient jdbc, Remarks remarks) {
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
                        select id, region, person, viewer, at from privacy.full_view
                         where at < :before
                           and (cast(:after as uuid) is null or id > cast(:after as uuid))
                         order by id limit :limit
                        """)
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Piece(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getTimestamp("at").toInstant(),
                                        Map.of(
                                                HeldKind.PERSON,
                                                row.getObject("person", UUID.class)),
                                        Set.of(row.getObject("viewer", UUID.class))))
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select region, count(*) from privacy.full_view
                         where at < :before group by region
                        """)
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID id) {
        remarks.remove(
                jdbc.sql(
                                "delete from privacy.full_view where id = :id returning"
                                        + " coalesce(reason, id)")
                        .param("id", id)
                        .query(UUID.class)
                        .list());
        return true;
    }
}

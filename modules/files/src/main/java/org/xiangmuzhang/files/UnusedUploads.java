package org.xiangmuzhang.files;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Uploads that nobody handed in: drafts of what was never submitted. Contents go by the sweep. */
@Repository
class UnusedUploads implements Retained {

    private static final Term TERM = new Term("uploads", 7, 365, 30);

    private final JdbcClient jdbc;
    private final LeftUploads left;

    UnusedUploads(JdbcClient jdbc, LeftUploads left) {
        this.jdbc = jdbc;
        this.left = left;
    }

    @Override
    public Term term() {
        return TERM;
    }

    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select id, region, uploaded_at, uploaded_by from files.file
                         where not used and uploaded_at < :before
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
                                        row.getTimestamp("uploaded_at").toInstant(),
                                        Map.of(
                                                HeldKind.PERSON,
                                                row.getObject("uploaded_by", UUID.class))))
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select region, count(*) from files.file
                         where not used and uploaded_at < :before group by region
                        """)
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID id) {
        return left.remove(List.of(id)) == 1;
    }
}

package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was written beside a score; the score stays. */
@Repository
class WordsOfOldRatings implements Retained {

    private static final Term TERM = new Term("ratings", 365, 36500, 1095);

    private final JdbcClient jdbc;
    private final Remarks remarks;

    WordsOfOldRatings(JdbcClient jdbc, Remarks remarks) {
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
                        select application, region, project, rated_on from supervision.rating
                         where remark is not null and rated_on < :before
                           and (cast(:after as uuid) is null or application > cast(:after as uuid))
                         order by application limit :limit
                        """)
                .param("before", LocalDate.ofInstant(before, WorkingDays.ZONE))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) -> {
                            UUID application = row.getObject("application", UUID.class);
                            UUID project = row.getObject("project", UUID.class);
                            Map<HeldKind, UUID> about = new EnumMap<>(HeldKind.class);
                            about.put(HeldKind.APPLICATION, application);
                            if (project != null) {
                                about.put(HeldKind.PROJECT, project);
                            }
                            return new Piece(
                                    application,
                                    new Region(row.getString("region")),
                                    row.getObject("rated_on", LocalDate.class)
                                            .atStartOfDay(WorkingDays.ZONE)
                                            .toInstant(),
                                    about);
                        })
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select region, count(*) from supervision.rating
                         where remark is not null and rated_on < :before group by region
                        """)
                        .param("before", LocalDate.ofInstant(before, WorkingDays.ZONE)));
    }

    @Override
    public boolean remove(UUID application) {
        List<UUID> written =
                jdbc.sql(
                                "select remark from supervision.rating"
                                        + " where application = ? and remark is not null for update")
                        .param(application)
                        .query(UUID.class)
                        .list();
        remarks.remove(written);
        return jdbc.sql("update supervision.rating set remark = null where application = ?")
                        .param(application)
                        .update()
                == 1;
    }
}

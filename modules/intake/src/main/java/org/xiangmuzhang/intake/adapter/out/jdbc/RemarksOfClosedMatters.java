package org.xiangmuzhang.intake.adapter.out.jdbc;

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
import java.util.Set;
import java.util.UUID;

/** What was written in applications that are closed; what was decided stays. */
@Repository
class RemarksOfClosedMatters implements Retained {

    private static final Term TERM = new Term("remarks", 365, 36500, 3650);

    private final JdbcClient jdbc;
    private final Remarks remarks;

    RemarksOfClosedMatters(JdbcClient jdbc, Remarks remarks) {
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
                        select id, region, project, closed_on, array(
                               select author from intake.written where application = a.id
                               union select submitted_by) as people
                          from intake.application a
                         where closed_on < :before and not remarks_removed
                           and (cast(:after as uuid) is null or id > cast(:after as uuid))
                         order by id limit :limit
                        """)
                .param("before", LocalDate.ofInstant(before, WorkingDays.ZONE))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new Piece(
                                    id,
                                    new Region(row.getString("region")),
                                    row.getObject("closed_on", LocalDate.class)
                                            .atStartOfDay(WorkingDays.ZONE)
                                            .toInstant(),
                                    about(id, row.getObject("project", UUID.class)),
                                    Set.of((UUID[]) row.getArray("people").getArray()));
                        })
                .list();
    }

    private static Map<HeldKind, UUID> about(UUID application, @Nullable UUID project) {
        Map<HeldKind, UUID> about = new EnumMap<>(HeldKind.class);
        about.put(HeldKind.APPLICATION, application);
        if (project != null) {
            about.put(HeldKind.PROJECT, project);
        }
        return about;
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select region, count(*) from intake.application
                         where closed_on < :before and not remarks_removed group by region
                        """)
                        .param("before", LocalDate.ofInstant(before, WorkingDays.ZONE)));
    }

    @Override
    public boolean remove(UUID id) {
        remarks.remove(
                jdbc
                        .sql(
                                """
                                select remark from intake.task
                                 where application = :id and remark is not null
                                union
                                select unnest(array[explanation, remark]) from intake.application
                                 where id = :id
                                union
                                select remark from intake.written where application = :id
                                """)
                        .param("id", id)
                        .query(UUID.class)
                        .list()
                        .stream()
                        .filter(remark -> remark != null)
                        .toList());
        jdbc.sql("delete from intake.written where application = :id").param("id", id).update();
        return jdbc.sql("update intake.application set remarks_removed = true where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }
}

package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.port.out.ConditionsMet;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcConditionsMet implements ConditionsMet {

    private final JdbcClient jdbc;

    JdbcConditionsMet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(UUID project) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('intake.project.' || :id, 0))")
                .param("id", project.toString())
                .query(row -> {});
    }

    @Override
    public boolean note(UUID project, String condition, LocalDate on, boolean elsewhere) {
        return jdbc.sql(
                                """
                                insert into intake.condition_met
                                    (project, condition, region, met_on, elsewhere)
                                select :project, :condition,
                                    coalesce(
                                        (select region from intake.application
                                            where project = :project order by id limit 1),
                                        :template),
                                    :on, :elsewhere
                                from pg_advisory_xact_lock(
                                    hashtextextended('intake.project.' || :id, 0))
                                on conflict do nothing
                                """)
                        .param("project", project)
                        .param("id", project.toString())
                        .param("condition", condition)
                        .param("template", Region.TEMPLATE.code())
                        .param("on", on)
                        .param("elsewhere", elsewhere)
                        .update()
                == 1;
    }

    @Override
    public Set<String> elsewhere(UUID project) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select condition from intake.condition_met
                                where project = :project and elsewhere
                                """)
                        .param("project", project)
                        .query(String.class)
                        .list());
    }

    @Override
    public Set<String> of(UUID project) {
        return Set.copyOf(
                jdbc.sql("select condition from intake.condition_met where project = :project")
                        .param("project", project)
                        .query(String.class)
                        .list());
    }
}

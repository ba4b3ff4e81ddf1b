package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.steward.port.out.PlanCalendars;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Component
class JdbcPlanCalendars implements PlanCalendars {

    private final JdbcClient jdbc;

    JdbcPlanCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable String held(UUID project) {
        return jdbc.sql("select calendar from steward.project where id = ? for no key update")
                .param(project)
                .query((row, number) -> Optional.ofNullable(row.getString("calendar")))
                .optional()
                .flatMap(calendar -> calendar)
                .orElse(null);
    }

    @Override
    public void keep(UUID project, @Nullable String calendar) {
        jdbc.sql(
                        """
                        update steward.project set calendar = :calendar
                        where id = :project and calendar is distinct from :calendar
                        """)
                .param("calendar", calendar, Types.VARCHAR)
                .param("project", project)
                .update();
    }

    @Override
    public @Nullable String after(String version) {
        return jdbc.sql(
                        """
                        select calendar from steward.project where calendar > ?
                        order by calendar limit 1
                        """)
                .param(version)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public List<UUID> projects(String calendar, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select id from steward.project where calendar = ? and id > ?
                        order by id limit ?
                        """)
                .params(calendar, after == null ? new UUID(0, 0) : after, limit)
                .query(UUID.class)
                .list();
    }
}

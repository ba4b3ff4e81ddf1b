package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What was approved with owed materials before anybody kept book of them is owed without a day: it
 * has no row of its own, and its arrival is told to the steward who closes.
 */
@Repository
class JdbcOwedMaterials implements OwedMaterials {

    private static final String OWED =
            """
            select t.id, t.application, t.region, t.project, t.item_code, t.decided_on,
                   min(o.due) as due, count(*) as materials
              from intake.obligation o join intake.task t on t.id = o.task
             where o.kind = 'MATERIAL' and o.state in ('OPEN', 'IN_QUESTION') and %s
             group by t.id
            union all
            select t.id, t.application, t.region, t.project, t.item_code, t.decided_on, null, 1
              from intake.task t
             where t.outcome = 'APPROVED_WITH_OWED' and %s
               and not exists (select from intake.obligation o
                                where o.task = t.id and o.kind = 'MATERIAL')
            """;

    private final JdbcClient jdbc;

    JdbcOwedMaterials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Owed> of(Region region, LocalDate until, int limit) {
        return jdbc.sql(
                        OWED.formatted(
                                        "o.region = :region and o.due <= :until",
                                        "t.region = :region")
                                + " order by due nulls first, decided_on, id limit :limit")
                .param("region", region.code())
                .param("until", until)
                .param("limit", limit)
                .query(JdbcOwedMaterials::owed)
                .list();
    }

    @Override
    public List<Owed> among(Collection<UUID> tasks) {
        return jdbc.sql(OWED.formatted("o.task = any(:tasks)", "t.id = any(:tasks)"))
                .param("tasks", tasks.toArray(UUID[]::new))
                .query(JdbcOwedMaterials::owed)
                .list();
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        return new Owed(
                row.getObject("id", UUID.class),
                row.getObject("application", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getString("item_code"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getInt("materials"));
    }
}

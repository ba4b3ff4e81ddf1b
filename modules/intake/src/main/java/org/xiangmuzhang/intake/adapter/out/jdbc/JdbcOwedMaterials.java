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

@Repository
class JdbcOwedMaterials implements OwedMaterials {

    private final JdbcClient jdbc;

    JdbcOwedMaterials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Owed> of(Region region, int limit) {
        return jdbc.sql(
                        """
                        select id, application, region, project, item_code, decided_on
                          from intake.task
                         where region = ? and outcome = 'APPROVED_WITH_OWED'
                         order by decided_on, id limit ?
                        """)
                .params(region.code(), limit)
                .query(JdbcOwedMaterials::owed)
                .list();
    }

    @Override
    public List<Owed> among(Collection<UUID> tasks) {
        return jdbc.sql(
                        """
                        select id, application, region, project, item_code, decided_on
                          from intake.task
                         where id = any(?) and outcome = 'APPROVED_WITH_OWED'
                        """)
                .param(tasks.toArray(UUID[]::new))
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
                row.getObject("decided_on", LocalDate.class));
    }
}

package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.out.ActsInName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

@Repository
class JdbcActsInName implements ActsInName {

    private final JdbcClient jdbc;

    JdbcActsInName(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(UUID project, UUID steward) {
        jdbc.sql(
                        """
                        select id from steward.mandate where project = ? and steward = ?
                         order by id for share
                        """)
                .params(project, steward)
                .query(UUID.class)
                .list();
    }

    @Override
    public void keep(Row row) {
        jdbc.sql(
                        """
                        insert into steward.act_in_name (id, region, project, enterprise, mandate,
                            steward, person, act, items, application, at, refused)
                        values (:id, :region, :project, :enterprise, :mandate, :steward, :person,
                            :act, :items, :application, :at, :refused)
                        """)
                .param("id", row.id())
                .param("region", row.region().code())
                .param("project", row.project())
                .param("enterprise", row.enterprise())
                .param("mandate", row.mandate())
                .param("steward", row.steward())
                .param("person", row.person())
                .param("act", row.act())
                .param("items", row.items().toArray(String[]::new))
                .param("application", row.application())
                .param("at", Timestamp.from(row.at()))
                .param("refused", row.refused())
                .update();
    }

    @Override
    public List<Row> list(
            @Nullable UUID project,
            @Nullable UUID enterprise,
            @Nullable UUID steward,
            @Nullable UUID after,
            int limit) {
        String where =
                (project == null ? "" : " and project = :project")
                        + (enterprise == null ? "" : " and enterprise = :enterprise")
                        + (steward == null ? "" : " and steward = :steward")
                        + (after == null ? "" : " and id < :after");
        return jdbc.sql(
                        "select * from steward.act_in_name where true"
                                + where
                                + " order by id desc limit :limit")
                .param("project", project)
                .param("enterprise", enterprise)
                .param("steward", steward)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcActsInName::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getObject("enterprise", UUID.class),
                row.getObject("mandate", UUID.class),
                row.getObject("steward", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("act"),
                List.of((String[]) row.getArray("items").getArray()),
                row.getObject("application", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("refused"));
    }
}

package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.out.Board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Component
class JdbcBoard implements Board {

    private final JdbcClient jdbc;

    JdbcBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Row row(UUID project) {
        return jdbc.sql("select * from steward.board where project = ?")
                .param(project)
                .query(JdbcBoard::row)
                .optional()
                .orElse(null);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("project", UUID.class),
                new Region(row.getString("region")),
                row.getObject("steward", UUID.class),
                row.getString("next_item"),
                row.getInt("items"),
                row.getInt("done"),
                row.getInt("running"),
                row.getObject("finish", LocalDate.class),
                row.getObject("target", LocalDate.class),
                row.getObject("least_slack", Integer.class),
                row.getLong("position"));
    }

    @Override
    public void put(Row row) {
        jdbc.sql(
                        """
                        insert into steward.board (project, region, steward, next_item, items, done,
                            running, finish, target, least_slack, urgency, position)
                        values (:project, :region, :steward, :next, :items, :done,
                            :running, :finish, :target, :slack, coalesce(:slack, 2147483647), :position)
                        on conflict (project) do update set
                            steward = excluded.steward, next_item = excluded.next_item,
                            items = excluded.items, done = excluded.done,
                            running = excluded.running, finish = excluded.finish,
                            target = excluded.target, least_slack = excluded.least_slack,
                            urgency = excluded.urgency, position = excluded.position
                        """)
                .param("project", row.project())
                .param("region", row.region().code())
                .param("steward", row.steward(), Types.OTHER)
                .param("next", row.nextItem(), Types.VARCHAR)
                .param("items", row.items())
                .param("done", row.done())
                .param("running", row.running())
                .param("finish", row.finish(), Types.DATE)
                .param("target", row.target(), Types.DATE)
                .param("slack", row.leastSlack(), Types.INTEGER)
                .param("position", row.position())
                .update();
    }

    @Override
    public List<Entry> list(Query query) {
        return jdbc.sql(
                        """
                        select b.*, p.name, p.code, p.project_type, p.enterprise
                          from steward.board b join steward.project p on p.id = b.project
                         where (cast(:regions as text[]) is null or b.region = any(:regions))
                           and (cast(:enterprise as uuid) is null or p.enterprise = :enterprise)
                           and (cast(:steward as uuid) is null or b.steward = :steward)
                           and (cast(:urgency as int) is null
                                or (b.urgency, b.project) > (:urgency, :after))
                         order by b.urgency, b.project limit :limit
                        """)
                .param("regions", codes(query.regions()), Types.ARRAY)
                .param("enterprise", query.enterprise(), Types.OTHER)
                .param("steward", query.steward(), Types.OTHER)
                .param("urgency", query.afterUrgency(), Types.INTEGER)
                .param("after", query.afterProject(), Types.OTHER)
                .param("limit", query.limit())
                .query(
                        (row, number) ->
                                new Entry(
                                        row(row, number),
                                        row.getString("name"),
                                        row.getString("code"),
                                        row.getString("project_type"),
                                        row.getObject("enterprise", UUID.class)))
                .list();
    }

    private static String @Nullable [] codes(@Nullable Set<Region> regions) {
        return regions == null ? null : regions.stream().map(Region::code).toArray(String[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from steward.board").update();
    }
}

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@Component
class JdbcBoard implements Board {

    private final JdbcClient jdbc;

    JdbcBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Row> rows(Collection<UUID> projects) {
        Map<UUID, Row> rows = new HashMap<>();
        // an array that is unpacked inside is planned once, any(?) for every call
        jdbc.sql("select * from steward.board where project = any(array(select unnest(?)))")
                .param(projects.toArray(UUID[]::new))
                .query(JdbcBoard::row)
                .list()
                .forEach(row -> rows.put(row.project(), row));
        return rows;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("project", UUID.class),
                new Region(row.getString("region")),
                row.getObject("enterprise", UUID.class),
                row.getObject("steward", UUID.class),
                row.getString("next_item"),
                List.of((String[]) row.getArray("open_items").getArray()),
                row.getInt("items"),
                row.getInt("done"),
                row.getInt("running"),
                row.getObject("finish", LocalDate.class),
                row.getObject("target", LocalDate.class),
                row.getObject("least_slack", Integer.class),
                row.getLong("position"));
    }

    @Override
    public void put(Collection<Row> rows) {
        jdbc.sql(
                        """
                        insert into steward.board (project, region, enterprise, steward, next_item,
                            open_items, items, done, running, finish, target, least_slack,
                            urgency, position)
                        select project, region, enterprise, steward, next_item,
                            string_to_array(open_items, ' '), items, done, running, finish, target, slack,
                            coalesce(slack, 2147483647), position
                        from unnest(cast(:projects as uuid[]), :regions,
                            cast(:enterprises as uuid[]), cast(:stewards as uuid[]), :next, :open,
                            cast(:items as int[]), cast(:done as int[]), cast(:running as int[]),
                            cast(:finish as date[]), cast(:target as date[]),
                            cast(:slack as int[]), cast(:positions as bigint[]))
                            as given (project, region, enterprise, steward, next_item,
                                open_items, items, done, running, finish, target, slack, position)
                        on conflict (project) do update set enterprise = excluded.enterprise,
                            steward = excluded.steward, next_item = excluded.next_item,
                            open_items = excluded.open_items, items = excluded.items, done = excluded.done,
                            running = excluded.running, finish = excluded.finish,
                            target = excluded.target, least_slack = excluded.least_slack,
                            urgency = excluded.urgency, position = excluded.position
                        """)
                .param("projects", column(rows, Row::project))
                .param("regions", column(rows, row -> row.region().code()))
                .param("enterprises", column(rows, Row::enterprise))
                .param("stewards", column(rows, Row::steward))
                .param("next", column(rows, Row::nextItem))
                .param("open", column(rows, row -> String.join(" ", row.openItems())))
                .param("items", column(rows, Row::items))
                .param("done", column(rows, Row::done))
                .param("running", column(rows, Row::running))
                .param("finish", column(rows, Row::finish))
                .param("target", column(rows, Row::target))
                .param("slack", column(rows, Row::leastSlack))
                .param("positions", column(rows, Row::position))
                .update();
    }

    private static @Nullable String[] column(
            Collection<Row> rows, Function<Row, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    @Override
    public List<Entry> list(
            Selection selection,
            @Nullable Integer afterUrgency,
            @Nullable UUID afterProject,
            int limit) {
        String further =
                afterUrgency == null ? "" : " and (b.urgency, b.project) > (:urgency, :after)";
        String sql =
                "select b.*, p.name, p.code, p.project_type from ("
                        + chosen(selection, further + " order by b.urgency, b.project limit :limit")
                        + ") b join steward.project p on p.id = b.project"
                        + " order by b.urgency, b.project limit :limit";
        return with(sql, selection)
                .param("urgency", afterUrgency, Types.INTEGER)
                .param("after", afterProject, Types.OTHER)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Entry(
                                        row(row, number),
                                        row.getString("name"),
                                        row.getString("code"),
                                        row.getString("project_type")))
                .list();
    }

    @Override
    public Totals totals(Selection selection, int most) {
        String sql =
                "select count(*) as projects, coalesce(sum(items - done), 0) as open,"
                        + " coalesce(sum(running), 0) as running,"
                        + " count(*) filter (where least_slack < 0) as late from ("
                        + chosen(selection, " order by b.urgency, b.project limit :limit")
                        + " limit :limit) b";
        return with(sql, selection)
                .param("limit", most)
                .query(
                        (row, number) ->
                                new Totals(
                                        row.getInt("projects"),
                                        row.getInt("open"),
                                        row.getInt("running"),
                                        row.getInt("late")))
                .single();
    }

    /**
     * Along an index in every case: by the projects asked for, the steward or the enterprise, else
     * the first of every place.
     */
    private static String chosen(Selection selection, String end) {
        String which =
                " where true"
                        + (selection.only() == null ? "" : " and b.project = any(:only)")
                        + (selection.without().isEmpty() ? "" : " and b.project <> all(:without)")
                        + (selection.steward() == null ? "" : " and b.steward = :steward")
                        + (selection.enterprise() == null ? "" : " and b.enterprise = :enterprise");
        boolean place =
                selection.regions() != null
                        && selection.only() == null
                        && selection.steward() == null
                        && selection.enterprise() == null;
        String board = "select b.* from steward.board b";
        if (place) {
            return "select b.* from unnest(:regions) as place(code) cross join lateral ("
                    + board
                    + which
                    + " and b.region = place.code"
                    + end
                    + ") b";
        }
        return "select * from ("
                + board
                + which
                + (selection.regions() == null ? "" : " and b.region = any(:regions)")
                + end
                + ") b";
    }

    private JdbcClient.StatementSpec with(String sql, Selection selection) {
        return jdbc.sql(sql)
                .param("regions", codes(selection.regions()), Types.ARRAY)
                .param("enterprise", selection.enterprise(), Types.OTHER)
                .param("steward", selection.steward(), Types.OTHER)
                .param("only", ids(selection.only()), Types.ARRAY)
                .param("without", ids(selection.without()), Types.ARRAY);
    }

    @Override
    public List<UUID> finished(
            Set<Region> regions, String projectType, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select p.id from unnest(:regions) as place(code) cross join lateral (
                            select project.id from steward.project
                              join steward.board on board.project = project.id
                             where project.region = place.code and project.project_type = :type
                               and board.items > 0 and board.done = board.items
                               and (cast(:after as uuid) is null or project.id < :after)
                             order by project.id desc limit :limit) p
                         order by p.id desc limit :limit
                        """)
                .param("regions", codes(regions))
                .param("type", projectType)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public Set<UUID> ofEnterprise(UUID enterprise) {
        return Set.copyOf(
                jdbc.sql("select project from steward.board where enterprise = ?")
                        .param(enterprise)
                        .query(UUID.class)
                        .list());
    }

    private static String @Nullable [] codes(@Nullable Set<Region> regions) {
        return regions == null ? null : regions.stream().map(Region::code).toArray(String[]::new);
    }

    private static UUID @Nullable [] ids(@Nullable Set<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from steward.board").update();
    }
}

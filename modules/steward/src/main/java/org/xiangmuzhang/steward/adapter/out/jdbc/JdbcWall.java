package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.wall.OnWall;
import org.xiangmuzhang.steward.domain.wall.WallRow;
import org.xiangmuzhang.steward.port.out.Wall;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@Component
class JdbcWall implements Wall {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ENDLESS = "infinity";

    private final JdbcClient jdbc;

    JdbcWall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Told> projects(Collection<UUID> projects) {
        Map<UUID, Told> found = new HashMap<>();
        jdbc.sql(
                        "select kept, day, position from steward.wall_project"
                                + " where project = any(array(select unnest(?)))")
                .param(projects.toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                new Told(
                                        JSON.readValue(row.getString("kept"), OnWall.class),
                                        row.getObject("day", LocalDate.class),
                                        row.getLong("position")))
                .list()
                .forEach(told -> found.put(told.project().project(), told));
        return found;
    }

    /** A row of a day, and the day on which the next one of the same batch begins. */
    private record Line(Told told, WallRow row, String until, boolean first, boolean last) {}

    @Override
    public void put(List<Told> told) {
        List<Line> lines = lines(told);
        end(lines.stream().filter(Line::first).toList());
        keep(lines.stream().filter(Line::last).toList());
        write(lines);
    }

    private static List<Line> lines(List<Told> told) {
        Map<UUID, List<Told>> ofProject = new LinkedHashMap<>();
        told.forEach(
                one ->
                        ofProject
                                .computeIfAbsent(one.project().project(), id -> new ArrayList<>())
                                .add(one));
        List<Line> lines = new ArrayList<>();
        for (List<Told> days : ofProject.values()) {
            for (int i = 0; i < days.size(); i++) {
                boolean last = i == days.size() - 1;
                lines.add(
                        new Line(
                                days.get(i),
                                days.get(i).project().row(),
                                last ? ENDLESS : days.get(i + 1).day().toString(),
                                i == 0,
                                last));
            }
        }
        return lines;
    }

    /** What stood until now stands until the first day of the batch. */
    private void end(List<Line> firsts) {
        jdbc.sql(
                        """
                        update steward.wall w set until = given.day
                          from unnest(cast(:projects as uuid[]), cast(:days as date[]))
                               as given (project, day)
                         where w.project = given.project and w.until = 'infinity'
                           and w.since < given.day
                        """)
                .param("projects", column(firsts, line -> line.told().project().project()))
                .param("days", column(firsts, line -> line.told().day()))
                .update();
    }

    private void keep(List<Line> lasts) {
        jdbc.sql(
                        """
                        insert into steward.wall_project (project, region, day, kept, position)
                        select * from unnest(cast(:projects as uuid[]), :regions,
                            cast(:days as date[]), cast(:kept as jsonb[]),
                            cast(:positions as bigint[]))
                        on conflict (project) do update set day = excluded.day,
                            kept = excluded.kept, position = excluded.position
                        """)
                .param("projects", column(lasts, line -> line.told().project().project()))
                .param("regions", column(lasts, line -> line.told().project().region()))
                .param("days", column(lasts, line -> line.told().day()))
                .param(
                        "kept",
                        column(lasts, line -> JSON.writeValueAsString(line.told().project())))
                .param("positions", column(lasts, line -> line.told().position()))
                .update();
    }

    private void write(List<Line> lines) {
        jdbc.sql(
"""
insert into steward.wall (project, region, since, until, closed,
    project_type, industry, steward, stage, department, light, urgency,
    items, done, running, begins, finish, target, least_slack,
    baseline_begins, baseline_finish, told, position)
select project, region, since, until, closed, project_type, industry,
    steward, stage, department, light, coalesce(slack, 2147483647),
    items, done, running, begins, finish, target, slack,
    baseline_begins, baseline_finish, told, position
from unnest(cast(:projects as uuid[]), :regions, cast(:since as date[]),
    cast(:until as date[]), cast(:closed as boolean[]), :types, :industries,
    cast(:stewards as uuid[]), :stages, :departments, :lights,
    cast(:items as int[]), cast(:done as int[]), cast(:running as int[]),
    cast(:begins as date[]), cast(:finish as date[]),
    cast(:target as date[]), cast(:slack as int[]),
    cast(:bbegins as date[]), cast(:bfinish as date[]),
    cast(:told as jsonb[]), cast(:positions as bigint[]))
    as given (project, region, since, until, closed, project_type, industry,
        steward, stage, department, light, items, done, running, begins,
        finish, target, slack, baseline_begins, baseline_finish, told,
        position)
on conflict (project, since) do update set until = excluded.until,
    closed = excluded.closed, steward = excluded.steward,
    stage = excluded.stage, department = excluded.department,
    light = excluded.light, urgency = excluded.urgency,
    items = excluded.items, done = excluded.done,
    running = excluded.running, begins = excluded.begins,
    finish = excluded.finish, target = excluded.target,
    least_slack = excluded.least_slack,
    baseline_begins = excluded.baseline_begins,
    baseline_finish = excluded.baseline_finish, told = excluded.told,
    position = excluded.position
""")
                .param("projects", column(lines, line -> line.told().project().project()))
                .param("regions", column(lines, line -> line.told().project().region()))
                .param("since", column(lines, line -> line.told().day()))
                .param("until", column(lines, Line::until))
                .param("closed", column(lines, line -> line.told().project().closed()))
                .param("types", column(lines, line -> line.told().project().projectType()))
                .param("industries", column(lines, line -> line.told().project().industry()))
                .param("stewards", column(lines, line -> line.told().project().steward()))
                .param("stages", column(lines, line -> line.row().stage()))
                .param("departments", column(lines, JdbcWall::department))
                .param("lights", column(lines, line -> line.row().light()))
                .param("items", column(lines, line -> line.row().items()))
                .param("done", column(lines, line -> line.row().done()))
                .param("running", column(lines, line -> line.row().running()))
                .param("begins", column(lines, line -> line.row().begins()))
                .param("finish", column(lines, line -> line.row().finish()))
                .param("target", column(lines, line -> line.row().target()))
                .param("slack", column(lines, line -> line.row().leastSlack()))
                .param("bbegins", column(lines, line -> line.row().baselineBegins()))
                .param("bfinish", column(lines, line -> line.row().baselineFinish()))
                .param("told", column(lines, line -> JSON.writeValueAsString(line.row())))
                .param("positions", column(lines, line -> line.told().position()))
                .update();
    }

    private static @Nullable String department(Line line) {
        return line.row().next().isEmpty() ? null : line.row().next().getFirst().department();
    }

    private static @Nullable String[] column(
            List<Line> lines, Function<Line, @Nullable Object> value) {
        return lines.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    @Override
    public List<Entry> list(Selection selection, Group group, @Nullable Key after, int limit) {
        String sql =
                "select p.name, p.code, w.*, %s as key from steward.wall w".formatted(key(group))
                        + " join steward.project p on p.id = w.project where "
                        + chosen(selection)
                        + (after == null
                                ? ""
                                : " and " + place(group) + " > (:key, :urgency, :after)")
                        + " order by "
                        + order(group)
                        + "w.urgency, w.project limit :limit";
        return with(sql, selection, after).param("limit", limit).query(JdbcWall::entry).list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        UUID project = row.getObject("project", UUID.class);
        return new Entry(
                project,
                row.getString("name"),
                row.getString("code"),
                new Region(row.getString("region")),
                row.getString("project_type"),
                row.getString("industry"),
                row.getObject("steward", UUID.class),
                JSON.readValue(row.getString("told"), WallRow.class),
                new Key(row.getString("key"), row.getInt("urgency"), project));
    }

    @Override
    public Totals totals(Selection selection, Group group, @Nullable Key after) {
        String sql =
                "select count(*) as projects,"
                        + " count(*) filter (where light = 'GREEN') as green,"
                        + " count(*) filter (where light = 'YELLOW') as yellow,"
                        + " count(*) filter (where light = 'ORANGE') as orange,"
                        + " count(*) filter (where light = 'RED') as red,"
                        + " count(*) filter (where least_slack < 0) as late,"
                        + (after == null
                                ? " 0"
                                : " count(*) filter (where "
                                        + place(group)
                                        + " <= (:key, :urgency, :after))")
                        + " as before, min(least(begins, baseline_begins)) as first,"
                        + " max(greatest(finish, target, baseline_finish)) as last"
                        + " from steward.wall w where "
                        + chosen(selection);
        return with(sql, selection, after)
                .query(
                        (row, number) ->
                                new Totals(
                                        row.getInt("projects"),
                                        Map.of(
                                                "GREEN", row.getInt("green"),
                                                "YELLOW", row.getInt("yellow"),
                                                "ORANGE", row.getInt("orange"),
                                                "RED", row.getInt("red")),
                                        row.getInt("late"),
                                        row.getInt("before"),
                                        row.getObject("first", LocalDate.class),
                                        row.getObject("last", LocalDate.class)))
                .single();
    }

    private static String chosen(Selection selection) {
        return "w.region = any(:regions) and not w.closed and "
                + (selection.on() == null
                        ? "w.until = 'infinity'"
                        : "w.since <= :on and w.until > :on")
                + (selection.stage() == null ? "" : " and w.stage = :stage")
                + (selection.light() == null ? "" : " and w.light = :light")
                + (selection.projectType() == null ? "" : " and w.project_type = :type")
                + (selection.steward() == null ? "" : " and w.steward = :steward")
                + (selection.department() == null ? "" : " and w.department = :department");
    }

    /** What the rows of a group have in common; stages in the order of the law. */
    private static String key(Group group) {
        return switch (group) {
            case NONE -> "''";
            case PLACE -> "w.region";
            case INDUSTRY -> "coalesce(w.industry, '')";
            case STAGE ->
                    "coalesce(cast(array_position(array['LAND_AND_PROJECT', 'PLANNING_PERMIT',"
                            + " 'CONSTRUCTION_PERMIT', 'COMPLETION', 'CROSS_STAGE'], w.stage)"
                            + " as text), '9')";
        };
    }

    private static String place(Group group) {
        return "(" + key(group) + ", w.urgency, w.project)";
    }

    private static String order(Group group) {
        return group == Group.NONE ? "" : key(group) + ", ";
    }

    private JdbcClient.StatementSpec with(String sql, Selection selection, @Nullable Key after) {
        return jdbc.sql(sql)
                .param("regions", codes(selection.regions()))
                .param("on", selection.on(), Types.DATE)
                .param("stage", selection.stage(), Types.VARCHAR)
                .param("light", selection.light(), Types.VARCHAR)
                .param("type", selection.projectType(), Types.VARCHAR)
                .param("steward", selection.steward(), Types.OTHER)
                .param("department", selection.department(), Types.VARCHAR)
                .param("key", after == null ? null : after.group(), Types.VARCHAR)
                .param("urgency", after == null ? null : after.urgency(), Types.INTEGER)
                .param("after", after == null ? null : after.project(), Types.OTHER);
    }

    @Override
    public List<UUID> stewards(Set<Region> regions, int limit) {
        return jdbc.sql(
                        """
                        select distinct steward from steward.wall
                         where region = any(:regions) and until = 'infinity' and not closed
                           and steward is not null
                         order by steward limit :limit
                        """)
                .param("regions", codes(regions))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private static String[] codes(Set<Region> regions) {
        return regions.stream().map(Region::code).toArray(String[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from steward.wall").update();
        jdbc.sql("delete from steward.wall_project").update();
    }
}

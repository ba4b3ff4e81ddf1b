package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.intake.domain.task.LegalClock;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.port.out.DueDates;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

@Repository
class JdbcDueDates implements DueDates {

    private final JdbcClient jdbc;
    private final ReadTasks readTasks;

    JdbcDueDates(JdbcClient jdbc, ReadTasks readTasks) {
        this.jdbc = jdbc;
        this.readTasks = readTasks;
    }

    @Override
    public @Nullable String calendarAfter(String version) {
        return jdbc.sql(
                        """
                        select calendar from intake.task
                        where state in ('IN_DEPARTMENT', 'PAUSED') and calendar > :version
                        order by calendar limit 1
                        """)
                .param("version", version)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public List<Task> computedFrom(String calendar, @Nullable UUID after, int limit) {
        Map<UUID, UUID> applications = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select id, application from intake.task
                        where state in ('IN_DEPARTMENT', 'PAUSED') and calendar = :calendar
                            and id > :after
                        order by id limit :limit for no key update skip locked
                        """)
                .param("calendar", calendar)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(
                        row -> {
                            applications.put(Columns.id(row, "id"), Columns.id(row, "application"));
                        });
        return readTasks.of(Set.copyOf(applications.values())).values().stream()
                .flatMap(List::stream)
                .filter(task -> applications.containsKey(task.id()))
                .sorted(Comparator.comparing(task -> task.id().toString()))
                .toList();
    }

    @Override
    public void compute(Task task, WorkingDays calendar, Instant now) {
        LegalClock clock = task.clock();
        jdbc.sql(
                        """
                        with before as (
                            select id, region, application, department, promised_due
                              from intake.task where id = :id),
                        computed as (
                            update intake.task set promised_due = :due, calendar = :calendar
                             where id = :id)
                        insert into intake.moved_due_date (task, calendar, region, application,
                            department, was, becomes, moved_at)
                        select id, :calendar, region, application, department, promised_due, :due,
                               :now
                          from before
                         where promised_due <> :due and cast(:calendar as text) is not null
                        on conflict (task, calendar) do update set becomes = excluded.becomes
                        """)
                .param("due", TaskRows.promisedDue(clock, calendar))
                .param("calendar", clock == null ? null : calendar.version(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("id", task.id())
                .update();
    }

    @Override
    public List<MovedDueDate> moves(
            Set<Region> regions,
            @Nullable String department,
            MovedDueDate.@Nullable Place after,
            int limit) {
        return moves(
                JdbcDossiers.ofEachPlace(
                        "select * from intake.moved_due_date where region = place.code"
                                + (department == null ? "" : " and department = :department")
                                + (after == null
                                        ? ""
                                        : " and (moved_at, task) < (:at, cast(:task as uuid))")
                                + " order by moved_at desc, task desc limit :limit",
                        "moved_at desc, task desc"),
                sql ->
                        sql.param("regions", Columns.codes(regions))
                                .param("department", department)
                                .param("at", after == null ? null : Timestamp.from(after.at()))
                                .param("task", after == null ? null : after.task())
                                .param("limit", limit));
    }

    @Override
    public List<MovedDueDate> movesOf(UUID application) {
        return moves(
                """
                select * from intake.moved_due_date where application = :application
                order by moved_at desc, task desc limit 200
                """,
                sql -> sql.param("application", application));
    }

    private List<MovedDueDate> moves(String which, UnaryOperator<StatementSpec> with) {
        return with.apply(
                        jdbc.sql(
                                """
                                select moved.*, task.item_code, task.item_version,
                                       application.number
                                  from (%s) moved
                                  join intake.task on task.id = moved.task
                                  join intake.application on application.id = moved.application
                                 order by moved.moved_at desc, moved.task desc
                                """
                                        .formatted(which)))
                .query(
                        (row, n) ->
                                new MovedDueDate(
                                        Columns.id(row, "task"),
                                        Columns.id(row, "application"),
                                        row.getString("number"),
                                        row.getString("item_code"),
                                        row.getString("item_version"),
                                        new Region(row.getString("region")),
                                        row.getString("department"),
                                        row.getString("calendar"),
                                        Columns.date(row, "was"),
                                        Columns.date(row, "becomes"),
                                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }
}

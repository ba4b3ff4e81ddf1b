package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.task.LegalClock;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.port.out.DueDates;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
    public void compute(Task task, WorkingDays calendar) {
        LegalClock clock = task.clock();
        jdbc.sql("update intake.task set promised_due = :due, calendar = :calendar where id = :id")
                .param("due", TaskRows.promisedDue(clock, calendar))
                .param("calendar", clock == null ? null : calendar.version())
                .param("id", task.id())
                .update();
    }
}

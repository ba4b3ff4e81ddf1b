package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.Holding;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.TimeLedger;
import org.xiangmuzhang.supervision.domain.WatchedTask;
import org.xiangmuzhang.supervision.port.out.Ledgers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@Repository
class JdbcLedgers implements Ledgers {

    private final JdbcClient jdbc;

    JdbcLedgers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LedgerSheet> ofTask(UUID task) {
        return read(jdbc.sql("select * from supervision.task where id = ?").param(task)).stream()
                .findFirst();
    }

    @Override
    public List<LedgerSheet> ofApplication(UUID application) {
        return read(
                jdbc.sql("select * from supervision.task where application = ? order by id")
                        .param(application));
    }

    @Override
    public List<LedgerSheet> ofProject(UUID project) {
        return read(
                jdbc.sql(
                                """
                                select * from supervision.task
                                where project = ? order by received_on, id
                                """)
                        .param(project));
    }

    @Override
    public List<LedgerSheet> of(Collection<UUID> tasks, Collection<UUID> applications) {
        if (tasks.isEmpty() && applications.isEmpty()) {
            return List.of();
        }
        // an array that is unpacked inside is planned once, any(?) for every call
        return read(
                jdbc.sql(
                                """
                                select * from supervision.task
                                where id = any(array(select unnest(?)))
                                   or application = any(array(select unnest(?)))
                                """)
                        .param(tasks.toArray(UUID[]::new))
                        .param(applications.toArray(UUID[]::new)));
    }

    @Override
    public void keep(Collection<LedgerSheet> sheets) {
        if (sheets.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into supervision.task
                            (id, region, application, project, enterprise, item_code,
                             department, mode, received_on, statutory_days, statutory_unit,
                             promised_days, promised_unit, ended_on, outcome)
                        select * from unnest(cast(:ids as uuid[]), :regions,
                            cast(:applications as uuid[]), cast(:projects as uuid[]),
                            cast(:enterprises as uuid[]), :items, :departments, :modes,
                            cast(:received as date[]), cast(:statutoryDays as int[]),
                            :statutoryUnits, cast(:promisedDays as int[]), :promisedUnits,
                            cast(:ended as date[]), :outcomes)
                        on conflict (id) do update
                        set project = excluded.project, enterprise = excluded.enterprise,
                            item_code = excluded.item_code,
                            department = excluded.department,
                            mode = excluded.mode, statutory_days = excluded.statutory_days,
                            statutory_unit = excluded.statutory_unit,
                            promised_days = excluded.promised_days,
                            promised_unit = excluded.promised_unit,
                            ended_on = excluded.ended_on, outcome = excluded.outcome
                        """)
                .param("ids", ofTask(sheets, WatchedTask::id))
                .param("regions", ofTask(sheets, task -> task.region().code()))
                .param("applications", ofTask(sheets, WatchedTask::application))
                .param("projects", ofTask(sheets, WatchedTask::project))
                .param("enterprises", ofTask(sheets, WatchedTask::enterprise))
                .param("items", ofTask(sheets, WatchedTask::itemCode))
                .param("departments", ofTask(sheets, WatchedTask::department))
                .param("modes", ofTask(sheets, WatchedTask::mode))
                .param("received", column(sheets, sheet -> sheet.ledger().receivedOn()))
                .param("statutoryDays", ofTask(sheets, task -> days(task.statutory())))
                .param("statutoryUnits", ofTask(sheets, task -> unit(task.statutory())))
                .param("promisedDays", ofTask(sheets, task -> days(task.promised())))
                .param("promisedUnits", ofTask(sheets, task -> unit(task.promised())))
                .param("ended", column(sheets, sheet -> sheet.ledger().endedOn()))
                .param("outcomes", ofTask(sheets, WatchedTask::outcome))
                .update();
        keepHoldings(sheets);
    }

    private static @Nullable Integer days(@Nullable TimeLimit limit) {
        return limit == null ? null : limit.days();
    }

    private static TimeLimit.@Nullable Unit unit(@Nullable TimeLimit limit) {
        return limit == null ? null : limit.unit();
    }

    /** One of an item. */
    private record Held(WatchedTask task, Holding holding) {}

    /** Those that are as they were stay untouched. */
    private void keepHoldings(Collection<LedgerSheet> sheets) {
        List<Held> all =
                sheets.stream()
                        .flatMap(
                                sheet ->
                                        sheet.ledger().holdings().stream()
                                                .map(held -> new Held(sheet.task(), held)))
                        .toList();
        jdbc.sql(
                        """
                        with held as (
                            select * from unnest(cast(:tasks as uuid[]), :regions,
                                cast(:from as date[]), cast(:until as date[]), :kinds, :details)
                                as given (task, region, from_day, until_day, kind, detail)),
                        gone as (
                            delete from supervision.holding as known
                            where task = any(cast(:sheets as uuid[])) and not exists (
                                select from held
                                where held.task = known.task and held.from_day = known.from_day))
                        insert into supervision.holding as known
                            (task, region, from_day, until_day, kind, detail)
                        select * from held
                        on conflict (task, from_day) do update
                        set until_day = excluded.until_day, kind = excluded.kind,
                            detail = excluded.detail
                        where (known.until_day, known.kind, known.detail) is distinct from
                            (excluded.until_day, excluded.kind, excluded.detail)
                        """)
                .param("sheets", ofTask(sheets, WatchedTask::id))
                .param("tasks", column(all, held -> held.task().id()))
                .param("regions", column(all, held -> held.task().region().code()))
                .param("from", column(all, held -> held.holding().from()))
                .param("until", column(all, held -> held.holding().until()))
                .param("kinds", column(all, held -> held.holding().holder().kind()))
                .param("details", column(all, held -> held.holding().holder().detail()))
                .update();
    }

    private static @Nullable String[] ofTask(
            Collection<LedgerSheet> sheets, Function<WatchedTask, @Nullable Object> value) {
        return column(sheets, sheet -> value.apply(sheet.task()));
    }

    private static <T> @Nullable String[] column(
            Collection<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    private List<LedgerSheet> read(JdbcClient.StatementSpec query) {
        List<LedgerSheet> bare = query.query((row, i) -> sheet(row)).list();
        Map<UUID, List<Holding>> holdings =
                holdings(bare.stream().map(sheet -> sheet.task().id()).toList());
        return bare.stream()
                .map(
                        sheet ->
                                new LedgerSheet(
                                        sheet.task(),
                                        new TimeLedger(
                                                sheet.ledger().receivedOn(),
                                                holdings.getOrDefault(sheet.task().id(), List.of()),
                                                sheet.ledger().endedOn())))
                .toList();
    }

    private Map<UUID, List<Holding>> holdings(Collection<UUID> tasks) {
        Map<UUID, List<Holding>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select * from supervision.holding
                        where task = any(array(select unnest(?))) order by task, from_day
                        """)
                .param(tasks.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getObject("task", UUID.class),
                                            task -> new ArrayList<>())
                                    .add(holding(row));
                        });
        return found;
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                new Holder(Holder.Kind.valueOf(row.getString("kind")), row.getString("detail")));
    }

    private static LedgerSheet sheet(ResultSet row) throws SQLException {
        return new LedgerSheet(
                new WatchedTask(
                        row.getObject("id", UUID.class),
                        new Region(row.getString("region")),
                        row.getObject("application", UUID.class),
                        row.getObject("project", UUID.class),
                        row.getObject("enterprise", UUID.class),
                        row.getString("item_code"),
                        row.getString("department"),
                        row.getString("mode"),
                        limit(row, "statutory"),
                        limit(row, "promised"),
                        row.getString("outcome")),
                new TimeLedger(
                        row.getObject("received_on", LocalDate.class),
                        List.of(),
                        row.getObject("ended_on", LocalDate.class)));
    }

    private static @Nullable TimeLimit limit(ResultSet row, String which) throws SQLException {
        String unit = row.getString(which + "_unit");
        return unit == null
                ? null
                : new TimeLimit(row.getInt(which + "_days"), TimeLimit.Unit.valueOf(unit));
    }
}

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
    public void keep(LedgerSheet sheet) {
        WatchedTask task = sheet.task();
        TimeLimit statutory = task.statutory();
        TimeLimit promised = task.promised();
        jdbc.sql(
                        """
                        insert into supervision.task
                            (id, region, application, project, enterprise, item_code,
                             department, mode, received_on, statutory_days, statutory_unit,
                             promised_days, promised_unit, ended_on, outcome)
                        values (:id, :region, :application, :project, :enterprise, :item,
                            :department, :mode, :received, :statutoryDays, :statutoryUnit,
                            :promisedDays, :promisedUnit, :ended, :outcome)
                        on conflict (id) do update
                        set enterprise = excluded.enterprise, item_code = excluded.item_code,
                            department = excluded.department,
                            mode = excluded.mode, statutory_days = excluded.statutory_days,
                            statutory_unit = excluded.statutory_unit,
                            promised_days = excluded.promised_days,
                            promised_unit = excluded.promised_unit,
                            ended_on = excluded.ended_on, outcome = excluded.outcome
                        """)
                .param("id", task.id())
                .param("region", task.region().code())
                .param("application", task.application())
                .param("project", task.project())
                .param("enterprise", task.enterprise())
                .param("item", task.itemCode())
                .param("department", task.department())
                .param("mode", task.mode())
                .param("received", sheet.ledger().receivedOn())
                .param("statutoryDays", statutory == null ? null : statutory.days())
                .param("statutoryUnit", statutory == null ? null : statutory.unit().name())
                .param("promisedDays", promised == null ? null : promised.days())
                .param("promisedUnit", promised == null ? null : promised.unit().name())
                .param("ended", sheet.ledger().endedOn())
                .param("outcome", task.outcome())
                .update();
        jdbc.sql("delete from supervision.holding where task = ?").param(task.id()).update();
        addAll(task, sheet.ledger().holdings());
    }

    private void addAll(WatchedTask task, List<Holding> holdings) {
        jdbc.sql(
                        """
                        insert into supervision.holding
                            (task, region, from_day, until_day, kind, detail)
                        select :task, :region, held.* from unnest(cast(:from as date[]),
                            cast(:until as date[]), :kinds, :details) as held
                        """)
                .param("task", task.id())
                .param("region", task.region().code())
                .param("from", column(holdings, Holding::from))
                .param("until", column(holdings, Holding::until))
                .param("kinds", column(holdings, held -> held.holder().kind()))
                .param("details", column(holdings, held -> held.holder().detail()))
                .update();
    }

    private static @Nullable String[] column(
            List<Holding> holdings, Function<Holding, @Nullable Object> value) {
        return holdings.stream()
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
        jdbc.sql("select * from supervision.holding where task = any (?) order by task, from_day")
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

package org.xiangmuzhang.intake.adapter.out.jdbc;

import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.date;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.id;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalDate;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalId;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalNumber;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Procedure;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskHead;
import org.xiangmuzhang.intake.domain.task.TaskSnapshot;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads items with their procedures and what they are pinned to. */
@Repository
class ReadTasks {

    private static final String OF_APPLICATIONS =
            " where application = any(cast(:ids as uuid[])) order by application, seq";

    private final JdbcClient jdbc;

    ReadTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Items by application, in the order of the application. */
    Map<UUID, List<Task>> of(Collection<UUID> applications) {
        String[] ids = Columns.ids(applications);
        Map<UUID, List<Procedure>> procedures = new HashMap<>();
        jdbc.sql(
                        "select p.* from intake.procedure p join intake.task t on t.id = p.task"
                                + " where t.application = any(cast(:ids as uuid[]))"
                                + " order by p.task, p.first")
                .param("ids", ids)
                .query(
                        row -> {
                            procedures
                                    .computeIfAbsent(id(row, "task"), t -> new ArrayList<>())
                                    .add(procedure(row));
                        });
        Map<UUID, Map<String, String>> pinned = new HashMap<>();
        jdbc.sql(
                        "select p.* from intake.pinned_material p"
                                + " join intake.task t on t.id = p.task"
                                + " where t.application = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .query(
                        row -> {
                            pinned.computeIfAbsent(id(row, "task"), t -> new HashMap<>())
                                    .put(row.getString("material"), row.getString("sha256"));
                        });
        Map<UUID, Map<UUID, Integer>> parcels = new HashMap<>();
        jdbc.sql(
                        "select p.* from intake.pinned_parcel p"
                                + " join intake.task t on t.id = p.task"
                                + " where t.application = any(cast(:ids as uuid[]))")
                .param("ids", ids)
                .query(
                        row -> {
                            parcels.computeIfAbsent(id(row, "task"), t -> new HashMap<>())
                                    .put(id(row, "parcel"), row.getInt("planning_conditions"));
                        });
        return jdbc
                .sql("select * from intake.task" + OF_APPLICATIONS)
                .param("ids", ids)
                .query((row, number) -> task(row, procedures, pinned, parcels))
                .list()
                .stream()
                .collect(Collectors.groupingBy(task -> task.head().application()));
    }

    private static Procedure procedure(ResultSet row) throws SQLException {
        return new Procedure(
                SpecialProcedure.valueOf(row.getString("kind")),
                date(row, "first"),
                date(row, "expected_until"),
                optionalDate(row, "until"));
    }

    private static Task task(
            ResultSet row,
            Map<UUID, List<Procedure>> procedures,
            Map<UUID, Map<String, String>> pinned,
            Map<UUID, Map<UUID, Integer>> parcels)
            throws SQLException {
        UUID id = id(row, "id");
        TaskHead head =
                new TaskHead(
                        id,
                        id(row, "application"),
                        new Region(row.getString("region")),
                        optionalId(row, "project"),
                        row.getBoolean("review_waived"),
                        terms(row));
        return new Task(
                new TaskSnapshot(
                        head,
                        Mode.valueOf(row.getString("mode")),
                        TaskState.valueOf(row.getString("state")),
                        optionalDate(row, "started_on"),
                        optionalId(row, "accepted_by"),
                        procedures.getOrDefault(id, List.of()),
                        Columns.texts(row, "conditions"),
                        Columns.texts(row, "waiting_for"),
                        opinion(
                                row,
                                pinned.getOrDefault(id, Map.of()),
                                parcels.getOrDefault(id, Map.of())),
                        decision(row),
                        row.getLong("version")));
    }

    private static ItemTerms terms(ResultSet row) throws SQLException {
        @Nullable Integer statutory = optionalNumber(row, "statutory_days");
        return new ItemTerms(
                row.getString("item_code"),
                row.getString("item_version"),
                row.getString("department"),
                statutory == null
                        ? null
                        : new TimeLimit(
                                statutory, TimeLimit.Unit.valueOf(row.getString("statutory_unit"))),
                new TimeLimit(
                        row.getInt("promised_days"),
                        TimeLimit.Unit.valueOf(row.getString("promised_unit"))),
                Columns.texts(row, "procedures_allowed").stream()
                        .map(SpecialProcedure::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("owed_allowed"),
                Columns.texts(row, "materials"));
    }

    private static @Nullable PreApproval opinion(
            ResultSet row, Map<String, String> pinned, Map<UUID, Integer> parcels)
            throws SQLException {
        return optionalDate(row, "pre_on") == null
                ? null
                : new PreApproval(
                        date(row, "pre_on"),
                        id(row, "pre_by"),
                        row.getString("pre_number"),
                        optionalId(row, "pre_file"),
                        parcels,
                        pinned);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        return optionalDate(row, "decided_on") == null
                ? null
                : new Decision(
                        Outcome.valueOf(row.getString("outcome")),
                        date(row, "decided_on"),
                        id(row, "decided_by"),
                        row.getString("document_number"),
                        optionalId(row, "document"),
                        optionalId(row, "remark"));
    }
}

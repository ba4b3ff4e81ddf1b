package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.LegalClock;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Procedure;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskHead;
import org.xiangmuzhang.intake.domain.task.TaskSnapshot;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the tables of items, their procedures and what a pre-approval relied on. */
@Repository
class TaskRows {

    /** The end of a desk's order, for what has no promised date. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final String INSERT =
            """
            insert into intake.task (id, application, seq, region, project, review_waived,
                item_code, item_version, department, statutory_days, statutory_unit,
                promised_days, promised_unit, procedures_allowed, owed_allowed,
                materials, mode, state, conditions, waiting_for, version)
            values (:id, :application, :seq, :region, :project, :waived,
                :item, :itemVersion, :department, :statutoryDays, :statutoryUnit,
                :promisedDays, :promisedUnit, cast(:procedures as text[]), :owed,
                cast(:materials as text[]), :mode, :state,
                cast(:conditions as text[]), cast(:waitingFor as text[]), 0)
            """;

    private static final String UPDATE =
            """
            update intake.task set mode = :mode, state = :state,
                started_on = :startedOn, accepted_by = :acceptedBy,
                waiting_for = cast(:waitingFor as text[]),
                pre_on = :preOn, pre_by = :preBy, pre_number = :preNumber,
                pre_file = :preFile,
                outcome = :outcome, decided_on = :decidedOn,
                decided_by = :decidedBy, document_number = :documentNumber,
                document = :document, remark = :remark,
                promised_due = :promisedDue, calendar = :calendar,
                version = version + 1
            where id = :id and version = :version
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    TaskRows(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(List<Task> tasks) {
        SqlParameterSource[] rows =
                IntStream.range(0, tasks.size())
                        .mapToObj(seq -> inserted(tasks.get(seq), seq))
                        .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(INSERT, rows);
    }

    /** What may be null has its type, so that the statement is the same for the server. */
    private static SqlParameterSource inserted(Task task, int seq) {
        TaskSnapshot kept = task.snapshot();
        TaskHead head = kept.head();
        ItemTerms terms = head.terms();
        TimeLimit statutory = terms.statutory();
        return new MapSqlParameterSource()
                .addValue("id", head.id())
                .addValue("application", head.application())
                .addValue("seq", seq)
                .addValue("region", head.region().code())
                .addValue("project", head.project(), Types.OTHER)
                .addValue("waived", head.reviewWaived())
                .addValue("item", terms.code())
                .addValue("itemVersion", terms.version())
                .addValue("department", terms.department())
                .addValue(
                        "statutoryDays", statutory == null ? null : statutory.days(), Types.INTEGER)
                .addValue(
                        "statutoryUnit",
                        statutory == null ? null : statutory.unit().name(),
                        Types.VARCHAR)
                .addValue("promisedDays", terms.promised().days())
                .addValue("promisedUnit", terms.promised().unit().name())
                .addValue(
                        "procedures",
                        terms.procedures().stream().map(Enum::name).toArray(String[]::new))
                .addValue("owed", terms.owedAllowed())
                .addValue("materials", Columns.texts(terms.materials()))
                .addValue("mode", kept.mode().name())
                .addValue("state", kept.state().name())
                .addValue("conditions", Columns.texts(kept.conditions()))
                .addValue("waitingFor", Columns.texts(kept.waitingFor()));
    }

    void update(Collection<Task> tasks, WorkingDays calendar) {
        List<Task> changed = List.copyOf(tasks);
        int[] updated =
                batches.batchUpdate(
                        UPDATE,
                        changed.stream()
                                .map(task -> updated(task, calendar))
                                .toArray(SqlParameterSource[]::new));
        for (int i = 0; i < updated.length; i++) {
            TaskSnapshot kept = changed.get(i).snapshot();
            if (updated[i] == 0) {
                throw Refusal.conflict("changed-meanwhile", kept.head().terms().code());
            }
            putProcedures(kept);
            PreApproval opinion = kept.preApproval();
            if (opinion != null) {
                pin(kept.head(), opinion);
            }
            changed.get(i).kept();
        }
    }

    private static SqlParameterSource updated(Task task, WorkingDays calendar) {
        TaskSnapshot kept = task.snapshot();
        PreApproval opinion = kept.preApproval();
        Decision decision = kept.decision();
        LegalClock clock = task.clock();
        return new MapSqlParameterSource()
                .addValue("mode", kept.mode().name())
                .addValue("state", kept.state().name())
                .addValue("startedOn", kept.startedOn(), Types.DATE)
                .addValue("acceptedBy", kept.acceptedBy(), Types.OTHER)
                .addValue("waitingFor", Columns.texts(kept.waitingFor()))
                .addValue("preOn", opinion == null ? null : opinion.on(), Types.DATE)
                .addValue("preBy", opinion == null ? null : opinion.by(), Types.OTHER)
                .addValue(
                        "preNumber",
                        opinion == null ? null : opinion.documentNumber(),
                        Types.VARCHAR)
                .addValue("preFile", opinion == null ? null : opinion.file(), Types.OTHER)
                .addValue(
                        "outcome",
                        decision == null ? null : decision.outcome().name(),
                        Types.VARCHAR)
                .addValue("decidedOn", decision == null ? null : decision.on(), Types.DATE)
                .addValue("decidedBy", decision == null ? null : decision.by(), Types.OTHER)
                .addValue(
                        "documentNumber",
                        decision == null ? null : decision.documentNumber(),
                        Types.VARCHAR)
                .addValue("document", decision == null ? null : decision.file(), Types.OTHER)
                .addValue("remark", decision == null ? null : decision.remark(), Types.OTHER)
                .addValue("promisedDue", promisedDue(clock, calendar))
                .addValue("calendar", clock == null ? null : calendar.version(), Types.VARCHAR)
                .addValue("id", task.id())
                .addValue("version", kept.version());
    }

    /** Writes the terms of the right item in a wrong one's place. */
    void mend(Task task) {
        TaskHead head = task.head();
        ItemTerms terms = head.terms();
        TimeLimit statutory = terms.statutory();
        jdbc.sql(
                        """
                        update intake.task set item_code = :item, item_version = :itemVersion,
                            department = :department, statutory_days = :statutoryDays,
                            statutory_unit = :statutoryUnit, promised_days = :promisedDays,
                            promised_unit = :promisedUnit,
                            procedures_allowed = cast(:procedures as text[]),
                            owed_allowed = :owed, materials = cast(:materials as text[]),
                            project = :project, conditions = cast(:conditions as text[])
                        where id = :id
                        """)
                .param("item", terms.code())
                .param("itemVersion", terms.version())
                .param("department", terms.department())
                .param("statutoryDays", statutory == null ? null : statutory.days())
                .param("statutoryUnit", statutory == null ? null : statutory.unit().name())
                .param("promisedDays", terms.promised().days())
                .param("promisedUnit", terms.promised().unit().name())
                .param(
                        "procedures",
                        terms.procedures().stream().map(Enum::name).toArray(String[]::new))
                .param("owed", terms.owedAllowed())
                .param("materials", Columns.texts(terms.materials()))
                .param("project", head.project(), Types.OTHER)
                .param("conditions", Columns.texts(task.snapshot().conditions()))
                .param("id", head.id())
                .update();
    }

    static LocalDate promisedDue(@Nullable LegalClock clock, WorkingDays calendar) {
        return clock == null ? LAST : clock.promisedDue(calendar);
    }

    private void putProcedures(TaskSnapshot kept) {
        for (Procedure procedure : kept.procedures()) {
            jdbc.sql(
                            """
                            insert into intake.procedure
                                (task, region, first, kind, expected_until, until)
                            values (:task, :region, :first, :kind, :expected, :until)
                            on conflict (task, first) do update set until = excluded.until
                            """)
                    .param("task", kept.head().id())
                    .param("region", kept.head().region().code())
                    .param("first", procedure.from())
                    .param("kind", procedure.kind().name())
                    .param("expected", procedure.expectedUntil())
                    .param("until", procedure.until())
                    .update();
        }
    }

    private void pin(TaskHead head, PreApproval opinion) {
        opinion.planningConditions()
                .forEach(
                        (parcel, version) ->
                                jdbc.sql(
                                                """
                                                insert into intake.pinned_parcel
                                                    (task, region, parcel, planning_conditions)
                                                values (:task, :region, :parcel, :version)
                                                on conflict do nothing
                                                """)
                                        .param("task", head.id())
                                        .param("region", head.region().code())
                                        .param("parcel", parcel)
                                        .param("version", version)
                                        .update());
        opinion.materials()
                .forEach(
                        (material, sha256) ->
                                jdbc.sql(
                                                """
                                                insert into intake.pinned_material
                                                    (task, region, material, sha256)
                                                values (:task, :region, :material, :sha256)
                                                on conflict do nothing
                                                """)
                                        .param("task", head.id())
                                        .param("region", head.region().code())
                                        .param("material", material)
                                        .param("sha256", sha256)
                                        .update());
    }
}

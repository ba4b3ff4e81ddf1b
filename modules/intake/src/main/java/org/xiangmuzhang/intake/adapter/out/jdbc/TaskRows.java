package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
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

import java.time.LocalDate;

/** Writes the tables of items, their procedures and what a pre-approval relied on. */
@Repository
class TaskRows {

    /** The end of a desk's order, for what has no promised date. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Task task, int seq) {
        TaskSnapshot kept = task.snapshot();
        TaskHead head = kept.head();
        ItemTerms terms = head.terms();
        TimeLimit statutory = terms.statutory();
        jdbc.sql(
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
                        """)
                .param("id", head.id())
                .param("application", head.application())
                .param("seq", seq)
                .param("region", head.region().code())
                .param("project", head.project())
                .param("waived", head.reviewWaived())
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
                .param("mode", kept.mode().name())
                .param("state", kept.state().name())
                .param("conditions", Columns.texts(kept.conditions()))
                .param("waitingFor", Columns.texts(kept.waitingFor()))
                .update();
    }

    void update(Task task, WorkingDays calendar) {
        TaskSnapshot kept = task.snapshot();
        PreApproval opinion = kept.preApproval();
        Decision decision = kept.decision();
        LegalClock clock = task.clock();
        ItemTerms terms = kept.head().terms();
        TimeLimit statutory = terms.statutory();
        int updated =
                jdbc.sql(
                                """
                                update intake.task set item_code = :item,
                                    item_version = :itemVersion, department = :department,
                                    statutory_days = :statutoryDays,
                                    statutory_unit = :statutoryUnit,
                                    promised_days = :promisedDays, promised_unit = :promisedUnit,
                                    procedures_allowed = cast(:procedures as text[]),
                                    owed_allowed = :owed,
                                    materials = cast(:materials as text[]),
                                    mode = :mode, state = :state,
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
                        .param("mode", kept.mode().name())
                        .param("state", kept.state().name())
                        .param("startedOn", kept.startedOn())
                        .param("acceptedBy", kept.acceptedBy())
                        .param("waitingFor", Columns.texts(kept.waitingFor()))
                        .param("preOn", opinion == null ? null : opinion.on())
                        .param("preBy", opinion == null ? null : opinion.by())
                        .param("preNumber", opinion == null ? null : opinion.documentNumber())
                        .param("preFile", opinion == null ? null : opinion.file())
                        .param("outcome", decision == null ? null : decision.outcome().name())
                        .param("decidedOn", decision == null ? null : decision.on())
                        .param("decidedBy", decision == null ? null : decision.by())
                        .param(
                                "documentNumber",
                                decision == null ? null : decision.documentNumber())
                        .param("document", decision == null ? null : decision.file())
                        .param("remark", decision == null ? null : decision.remark())
                        .param("promisedDue", promisedDue(clock, calendar))
                        .param("calendar", clock == null ? null : calendar.version())
                        .param("id", task.id())
                        .param("version", kept.version())
                        .update();
        if (updated == 0) {
            throw Refusal.conflict("changed-meanwhile", kept.head().terms().code());
        }
        putProcedures(kept);
        if (opinion != null) {
            pin(kept.head(), opinion);
        }
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

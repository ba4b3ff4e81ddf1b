package org.xiangmuzhang.intake.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.Calendars;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.intake.events.SimulationReopened;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class TaskTests {

    private static final WorkingDays CALENDAR = Calendars.of2026();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @Test
    void tellsTheDaysUsedWhenItIsDecided() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        task.beginProcedure(SpecialProcedure.PUBLICITY, TUESDAY, WEDNESDAY);
        task.endProcedure(TUESDAY, TUESDAY, CALENDAR);

        ItemDecided decided = task.decide(Tasks.approval(WEDNESDAY), CALENDAR);

        assertThat(decided.promisedUsed()).isEqualTo(1);
        assertThat(decided.statutoryUsed()).isEqualTo(1);
        assertThat(decided.outcome()).isEqualTo("APPROVED");
        assertThat(task.state()).isEqualTo(TaskState.APPROVED);
    }

    @Test
    void refusesASecondDecision() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        task.decide(Tasks.approval(TUESDAY), CALENDAR);

        refuses("already-decided", () -> task.decide(Tasks.approval(WEDNESDAY), CALENDAR));
        refuses("already-decided", () -> task.end(TaskState.WITHDRAWN));
    }

    @Test
    void refusesADecisionWhileAProcedureLasts() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        task.beginProcedure(SpecialProcedure.EXPERT, TUESDAY, WEDNESDAY);

        refuses("procedure-lasts", () -> task.decide(Tasks.approval(TUESDAY), CALENDAR));
    }

    @Test
    void refusesADecisionByWhoeverAcceptedIt() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        Decision own = new Decision(Outcome.APPROVED, TUESDAY, Tasks.CLERK, "1号", null, null);

        refuses("accepted-by-same-person", () -> task.decide(own, CALENDAR));
    }

    @Test
    void refusesADecisionBeforeAcceptance() {
        Task task = Tasks.received(Mode.FORMAL, false, TimeLimit.workingDays(5));

        refuses("not-accepted-yet", () -> task.decide(Tasks.approval(TUESDAY), CALENDAR));
    }

    @Test
    void refusesARejectionWithoutReason() {
        refuses("rejection-needs-reason", () -> Tasks.rejection(TUESDAY, null));
    }

    @Test
    void refusesApprovalWithOwedMaterialsWhereTheItemDoesNotAllowIt() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        Decision owed =
                new Decision(Outcome.APPROVED_WITH_OWED, TUESDAY, Tasks.APPROVER, "1号", null, null);

        refuses("owed-materials-not-allowed", () -> task.decide(owed, CALENDAR));
    }

    @Test
    void refusesAProcedureThatTheItemDoesNotList() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);

        refuses(
                "procedure-not-listed",
                () -> task.beginProcedure(SpecialProcedure.HEARING, TUESDAY, WEDNESDAY));
    }

    @Test
    void refusesExpertReviewThatWasWaivedButNotPublicity() {
        Task task = Tasks.received(Mode.FORMAL, true, TimeLimit.workingDays(5));
        task.start(MONDAY, Tasks.CLERK);

        refuses(
                "review-was-waived",
                () -> task.beginProcedure(SpecialProcedure.EXPERT, TUESDAY, WEDNESDAY));
        refuses(
                "review-was-waived",
                () -> task.beginProcedure(SpecialProcedure.EVAL, TUESDAY, WEDNESDAY));
        task.beginProcedure(SpecialProcedure.PUBLICITY, TUESDAY, WEDNESDAY);
        assertThat(task.state()).isEqualTo(TaskState.PAUSED);
    }

    @Test
    void refusesProceduresThatOverlap() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        task.beginProcedure(SpecialProcedure.EXPERT, TUESDAY, WEDNESDAY);
        refuses(
                "procedure-lasts",
                () -> task.beginProcedure(SpecialProcedure.PUBLICITY, TUESDAY, WEDNESDAY));
        task.endProcedure(TUESDAY, TUESDAY, CALENDAR);

        refuses(
                "procedures-overlap",
                () -> task.beginProcedure(SpecialProcedure.PUBLICITY, TUESDAY, WEDNESDAY));
        task.beginProcedure(SpecialProcedure.PUBLICITY, WEDNESDAY, WEDNESDAY);
        assertThat(task.state()).isEqualTo(TaskState.PAUSED);
    }

    @Test
    void refusesAProcedureThatEndsBeforeItBeginsOrInTheFuture() {
        Task task = Tasks.accepted(Mode.FORMAL, MONDAY);
        refuses(
                "procedure-ends-before-it-begins",
                () -> task.beginProcedure(SpecialProcedure.EXPERT, WEDNESDAY, TUESDAY));
        refuses("no-procedure-lasts", () -> task.endProcedure(TUESDAY, TUESDAY, CALENDAR));
        task.beginProcedure(SpecialProcedure.EXPERT, TUESDAY, WEDNESDAY);

        refuses(
                "procedure-ends-before-it-begins",
                () -> task.endProcedure(MONDAY, WEDNESDAY, CALENDAR));
        refuses(
                "procedure-ends-in-the-future",
                () -> task.endProcedure(WEDNESDAY, TUESDAY, CALENDAR));
    }

    @Test
    void preApprovesOnlyASimulatedItemAndPinsWhatItReliedOn() {
        Task formal = Tasks.accepted(Mode.FORMAL, MONDAY);
        refuses("not-simulated", () -> formal.preApprove(Tasks.opinion(TUESDAY)));
        Task task = Tasks.accepted(Mode.SIMULATED, MONDAY);

        SimulationPreApproved told = task.preApprove(Tasks.opinion(TUESDAY));

        assertThat(told.waitingFor()).containsExactly(Tasks.LAND);
        assertThat(told.planningConditions()).isEqualTo(1);
        assertThat(told.materials())
                .containsExactly(new SimulationPreApproved.PinnedMaterial("MAT-1", "aa"));
        assertThat(task.state().isDecided()).isFalse();
    }

    @Test
    void rejectsButNeverApprovesASimulatedItemFormally() {
        Task task = Tasks.accepted(Mode.SIMULATED, MONDAY);
        refuses(
                "simulation-waits-for-conditions",
                () -> task.decide(Tasks.approval(TUESDAY), CALENDAR));

        ItemDecided rejected = task.decide(Tasks.rejection(TUESDAY, UUID.randomUUID()), CALENDAR);

        assertThat(rejected.outcome()).isEqualTo("REJECTED");
        assertThat(rejected.statutoryUsed()).isNull();
    }

    @Test
    void turnsFormalWhenNothingChanged() {
        Task task = preApproved();

        assertThat(settle(task, 1, Map.of("MAT-1", "aa")))
                .get()
                .isInstanceOfSatisfying(
                        SimulationFormalised.class,
                        formal -> {
                            assertThat(formal.documentNumber()).isEqualTo("正式1");
                            assertThat(formal.decidedOn()).isEqualTo(WEDNESDAY);
                            assertThat(formal.conditions()).containsExactly(Tasks.LAND);
                        });
        assertThat(task.state()).isEqualTo(TaskState.APPROVED);
    }

    @Test
    void goesBackFormallyWhenPlanningConditionsOrMaterialsChanged() {
        reopens(preApproved(), 2, Map.of("MAT-1", "aa"), "planning-conditions-changed");
        reopens(preApproved(), 1, Map.of("MAT-1", "bb"), "materials-changed");
        reopens(preApproved(), 1, Map.of("MAT-1", "aa", "MAT-2", "cc"), "materials-changed");
        reopens(
                Tasks.accepted(Mode.SIMULATED, MONDAY),
                1,
                Map.of("MAT-1", "aa"),
                "not-pre-approved-yet");
    }

    @Test
    void isFormalFromItsAcceptanceOnWhenTheConditionCameBefore() {
        Task task = Tasks.received(Mode.SIMULATED, false, TimeLimit.workingDays(5));

        assertThat(settle(task, 1, Map.of())).isEmpty();

        task.start(WEDNESDAY, Tasks.CLERK);
        assertThat(task.clock()).isNotNull();
        assertThat(task.mode()).isEqualTo(Mode.FORMAL);
    }

    @Test
    void goesBackWhenTheLandIsAnotherParcelOfTheSameVersionOrOneMore() {
        Map<String, String> unchanged = Map.of("MAT-1", "aa");
        UUID other = UUID.randomUUID();
        for (Map<UUID, Integer> land :
                List.of(
                        Map.of(other, 1),
                        Map.of(Tasks.PARCEL, 1, other, 1),
                        Map.<UUID, Integer>of())) {
            Task task = preApproved();
            task.meet(Tasks.LAND);

            reopened(task, settle(task, land, Set.of(), unchanged), "planning-conditions-changed");
        }
    }

    @Test
    void goesBackWhenTheLandRightWasEstablishedElsewhereBecauseNobodyKnowsItsConditions() {
        Task task = preApproved();
        task.meet(Tasks.LAND);

        reopened(
                task,
                settle(task, Map.of(Tasks.PARCEL, 1), Set.of(Tasks.LAND), Map.of("MAT-1", "aa")),
                "planning-conditions-unknown");
    }

    @Test
    void refusesADecisionWhileThePreApprovalWaits() {
        Task task = preApproved();

        refuses("pre-approval-waits", () -> task.decide(Tasks.approval(WEDNESDAY), CALENDAR));
        refuses("pre-approval-waits", () -> task.preApprove(Tasks.opinion(WEDNESDAY)));
        refuses(
                "pre-approval-waits",
                () -> task.beginProcedure(SpecialProcedure.EXPERT, WEDNESDAY, WEDNESDAY));
    }

    private static void reopens(
            Task task, int planningConditions, Map<String, String> materials, String reason) {
        reopened(task, settle(task, planningConditions, materials), reason);
    }

    private static void reopened(Task task, Optional<LoggedEvent> told, String reason) {
        assertThat(told)
                .get()
                .isInstanceOfSatisfying(
                        SimulationReopened.class,
                        reopened -> {
                            assertThat(reopened.reason()).isEqualTo(reason);
                            assertThat(reopened.acceptedOn()).isEqualTo(WEDNESDAY);
                            assertThat(reopened.promisedDue())
                                    .isEqualTo(CALENDAR.plus(WEDNESDAY, 20));
                        });
        assertThat(task.state()).isEqualTo(TaskState.IN_DEPARTMENT);
        assertThat(task.mode()).isEqualTo(Mode.FORMAL);
        assertThat(task.decide(Tasks.approval(WEDNESDAY), CALENDAR).statutoryUsed()).isZero();
    }

    private static Task preApproved() {
        Task task = Tasks.accepted(Mode.SIMULATED, MONDAY);
        task.preApprove(Tasks.opinion(TUESDAY));
        return task;
    }

    private static Optional<LoggedEvent> settle(
            Task task, int planningConditions, Map<String, String> materials) {
        assertThat(task.meet("ITEM:OTHER")).isFalse();
        assertThat(task.meet(Tasks.LAND)).isTrue();
        return settle(task, Map.of(Tasks.PARCEL, planningConditions), Set.of(), materials);
    }

    private static Optional<LoggedEvent> settle(
            Task task,
            Map<UUID, Integer> planningConditions,
            Set<String> elsewhere,
            Map<String, String> materials) {
        return task.settle(
                new ConditionsNow(WEDNESDAY, WEDNESDAY, planningConditions, elsewhere, materials),
                Outcome.APPROVED,
                () -> "正式1",
                CALENDAR);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

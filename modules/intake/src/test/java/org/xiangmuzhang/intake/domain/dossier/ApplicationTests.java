package org.xiangmuzhang.intake.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.Calendars;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.intake.domain.task.Tasks;
import org.xiangmuzhang.intake.events.ApplicationAccepted;
import org.xiangmuzhang.intake.events.CorrectionSupplied;
import org.xiangmuzhang.intake.events.MaterialsSupplied;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class ApplicationTests {

    private static final WorkingDays CALENDAR = Calendars.of2026();
    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);
    private static final LocalDate DAY_5 = LocalDate.of(2026, 11, 9);
    private static final UUID TEXT = UUID.randomUUID();

    @Test
    void acceptsOnTheDayTheClerkDoesAndStartsEveryClock() {
        Dossier dossier = dossier(Mode.FORMAL, Mode.SIMULATED);

        ApplicationAccepted accepted = dossier.accept(Tasks.CLERK, DAY_5, CALENDAR);

        assertThat(accepted.acceptedOn()).isEqualTo(DAY_5);
        assertThat(accepted.deemed()).isFalse();
        assertThat(accepted.items().get(0).promisedDue()).isEqualTo(CALENDAR.plus(DAY_5, 5));
        assertThat(accepted.items().get(1).promisedDue()).isNull();
        refuses("already-accepted", () -> dossier.accept(Tasks.CLERK, DAY_5, CALENDAR));
    }

    @Test
    void refusesSecondCorrectionNotice() {
        Dossier dossier = dossier(Mode.FORMAL);
        notice(dossier, "MAT-1");

        refuses("second-correction-notice", () -> notice(dossier, "MAT-2"));
        dossier.supply(List.of(material("MAT-1")), DAY_5);
        refuses("second-correction-notice", () -> notice(dossier, "MAT-2"));
    }

    @Test
    void refusesSecondCorrectionNoticeOnVisiblePoint() {
        Dossier dossier = dossier(Mode.FORMAL);
        notice(dossier, "MAT-1", "MAT-2");
        UUID words = UUID.randomUUID();
        refuses(
                "answer-names-no-point",
                () -> dossier.supply(List.of(), Map.of("MAT-3", words), DAY_5));
        dossier.supply(List.of(material("MAT-1")), Map.of("MAT-2", words), DAY_5);

        refuses("second-correction-notice", () -> notice(dossier, "MAT-2"));
        refuses("second-correction-notice", () -> notice(dossier, "MAT-1", "MAT-2"));
        notice(dossier, "MAT-1");
        assertThat(dossier.application().state()).isEqualTo(ApplicationState.CORRECTION_NOTICED);
        refuses("second-correction-notice", () -> notice(dossier, "MAT-1"));
        refuses("correction-incomplete", () -> dossier.supply(List.of(material("MAT-2")), DAY_5));
    }

    @Test
    void aSecondNoticeMayNameWhatHasComeSinceThoughTheFirstDidNot() {
        Dossier dossier = dossier(Mode.FORMAL);
        notice(dossier, "MAT-1");
        dossier.supply(List.of(material("MAT-1"), material("MAT-2")), DAY_5);

        notice(dossier, "MAT-2");
        dossier.supply(List.of(material("MAT-2")), DAY_5);

        refuses("second-correction-notice", () -> notice(dossier, "MAT-1"));
    }

    @Test
    void refusesACorrectionNoticeThatNamesNothing() {
        refuses(
                "correction-names-nothing",
                () ->
                        dossier(Mode.FORMAL)
                                .application()
                                .noticeCorrection(RECEIVED, List.of(), TEXT));
    }

    @Test
    void acceptsAfterTheCorrectionWasSuppliedWhole() {
        Dossier dossier = dossier(Mode.FORMAL);
        notice(dossier, "MAT-1", "MAT-2");
        refuses("correction-outstanding", () -> dossier.accept(Tasks.CLERK, DAY_5, CALENDAR));
        refuses("correction-incomplete", () -> dossier.supply(List.of(material("MAT-1")), DAY_5));

        assertThat(dossier.supply(List.of(material("MAT-1"), material("MAT-2")), DAY_5))
                .isInstanceOf(CorrectionSupplied.class);

        assertThat(dossier.accept(Tasks.CLERK, DAY_5, CALENDAR).acceptedOn()).isEqualTo(DAY_5);
    }

    @Test
    void countsAsAcceptedFromReceiptWhenTheWindowWasSilentForFiveWorkingDays() {
        Dossier dossier = dossier(Mode.FORMAL);
        assertThat(dossier.acceptBySilence(DAY_5, CALENDAR)).isEmpty();

        ApplicationAccepted accepted =
                dossier.acceptBySilence(DAY_5.plusDays(1), CALENDAR).orElseThrow();

        assertThat(accepted.deemed()).isTrue();
        assertThat(accepted.acceptedOn()).isEqualTo(RECEIVED);
        assertThat(accepted.on()).isEqualTo(DAY_5.plusDays(1));
        assertThat(accepted.items().getFirst().promisedDue()).isEqualTo(CALENDAR.plus(RECEIVED, 5));
        refuses("accepted-by-silence", () -> notice(dossier, "MAT-1"));
    }

    @Test
    void isNotSilentOnceItToldWhatIsMissing() {
        Dossier dossier = dossier(Mode.FORMAL);
        notice(dossier, "MAT-1");

        assertThat(dossier.acceptBySilence(DAY_5.plusDays(30), CALENDAR)).isEmpty();
    }

    @Test
    void replacesMaterialsUntilTheItemIsDecided() {
        Dossier dossier = dossier(Mode.FORMAL);
        dossier.accept(Tasks.CLERK, RECEIVED, CALENDAR);
        assertThat(dossier.supply(List.of(material("MAT-1")), DAY_5))
                .isInstanceOf(MaterialsSupplied.class);
        assertThat(dossier.hashes(dossier.tasks().getFirst())).containsEntry("MAT-1", "hash");
        decide(dossier.tasks().getFirst(), Outcome.APPROVED);

        refuses("already-decided", () -> dossier.supply(List.of(material("MAT-1")), DAY_5));
        refuses("material-unknown", () -> dossier.supply(List.of(material("MAT-9")), DAY_5));
    }

    @Test
    void withdrawsOnlyBeforeAnythingIsDecided() {
        Dossier undecided = dossier(Mode.FORMAL);
        undecided.withdraw(DAY_5, TEXT);
        assertThat(ExchangeState.of(undecided)).isEqualTo(2);
        refuses("application-over", () -> undecided.withdraw(DAY_5, TEXT));

        Dossier decided = dossier(Mode.FORMAL, Mode.FORMAL);
        decided.accept(Tasks.CLERK, RECEIVED, CALENDAR);
        decide(decided.tasks().getFirst(), Outcome.APPROVED);
        refuses("already-decided", () -> decided.withdraw(DAY_5, TEXT));
    }

    @Test
    void deliversOnlyWhenEveryItemHasAFormalResult() {
        Dossier dossier = dossier(Mode.FORMAL, Mode.FORMAL);
        dossier.accept(Tasks.CLERK, RECEIVED, CALENDAR);
        decide(dossier.tasks().get(0), Outcome.APPROVED);
        refuses("results-outstanding", () -> dossier.deliver(DAY_5));
        decide(dossier.tasks().get(1), Outcome.REJECTED);

        assertThat(dossier.deliver(DAY_5).documentNumbers()).containsExactly("1号");
        refuses("already-delivered", () -> dossier.deliver(DAY_5));
    }

    @Test
    void turnsAwayWithBothGrounds() {
        Dossier notOurs = dossier(Mode.FORMAL);
        assertThat(notOurs.turnAway(true, DAY_5, TEXT).ground()).isEqualTo("NOT_OURS");
        assertThat(ExchangeState.of(notOurs)).isEqualTo(4);
        assertThat(notOurs.tasks().getFirst().state()).isEqualTo(TaskState.TURNED_AWAY);
        Dossier refused = dossier(Mode.FORMAL);
        assertThat(refused.turnAway(false, DAY_5, TEXT).ground()).isEqualTo("REFUSED");
        assertThat(ExchangeState.of(refused)).isEqualTo(5);
    }

    @Test
    void mapsEveryStateToOneThatIsExchanged() {
        Dossier dossier = dossier(Mode.FORMAL, Mode.FORMAL);
        assertThat(ExchangeState.of(dossier)).isEqualTo(1);
        notice(dossier, "MAT-1");
        assertThat(ExchangeState.of(dossier)).isEqualTo(6);
        dossier.supply(List.of(material("MAT-1")), DAY_5);
        assertThat(ExchangeState.of(dossier)).isEqualTo(7);
        dossier.accept(Tasks.CLERK, DAY_5, CALENDAR);
        assertThat(ExchangeState.of(dossier)).isEqualTo(3);
        Task first = dossier.tasks().getFirst();
        first.beginProcedure(SpecialProcedure.PUBLICITY, DAY_5, DAY_5);
        assertThat(ExchangeState.of(dossier)).isEqualTo(9);
        first.endProcedure(DAY_5, DAY_5, CALENDAR);
        assertThat(ExchangeState.of(dossier)).isEqualTo(10);
        decide(first, Outcome.APPROVED);
        assertThat(ExchangeState.of(dossier)).isEqualTo(8);
        decide(dossier.tasks().getLast(), Outcome.APPROVED);
        assertThat(ExchangeState.of(dossier)).isEqualTo(11);
    }

    @Test
    void aRevokedItemIsToldWhenAllIsDecidedAndNotDelivered() {
        Dossier dossier = dossier(Mode.FORMAL, Mode.FORMAL);
        dossier.accept(Tasks.CLERK, RECEIVED, CALENDAR);
        decide(dossier.tasks().getFirst(), Outcome.APPROVED);
        dossier.tasks().getFirst().revoke(UUID.randomUUID(), DAY_5, TEXT);
        assertThat(ExchangeState.of(dossier)).isEqualTo(8);
        decide(dossier.tasks().getLast(), Outcome.REJECTED);

        assertThat(ExchangeState.of(dossier)).isEqualTo(15);
        assertThat(dossier.deliver(DAY_5).documentNumbers()).isEmpty();
    }

    @Test
    void needsBothPromisesToWaiveTheReview() {
        UUID owner = UUID.randomUUID();
        UUID design = UUID.randomUUID();
        refuses("waiver-needs-both-promises", () -> Waiver.of(owner, null));
        refuses("waiver-needs-both-promises", () -> Waiver.of(null, design));
        refuses("waiver-needs-both-promises", () -> Waiver.of(owner, owner));
        assertThat(Waiver.of(owner, design).designPromise()).isEqualTo(design);
    }

    private static Dossier dossier(Mode... modes) {
        List<Task> tasks =
                List.of(modes).stream()
                        .map(mode -> Tasks.received(mode, false, TimeLimit.workingDays(5)))
                        .toList();
        ApplicationHead head =
                new ApplicationHead(
                        UUID.randomUUID(),
                        new Region("140502"),
                        "140502-20261102-000001",
                        UUID.randomUUID(),
                        null,
                        RECEIVED,
                        UUID.randomUUID(),
                        null,
                        null);
        return new Dossier(Application.received(head, List.of()), tasks);
    }

    private static void notice(Dossier dossier, String... materials) {
        dossier.application()
                .noticeCorrection(
                        RECEIVED,
                        Stream.of(materials).map(one -> CorrectionPoint.of(one, null)).toList(),
                        TEXT);
    }

    private static SuppliedMaterial material(String id) {
        return new SuppliedMaterial(id, UUID.randomUUID(), "hash");
    }

    private static void decide(Task task, Outcome outcome) {
        task.decide(
                new Decision(
                        outcome,
                        DAY_5,
                        Tasks.APPROVER,
                        outcome == Outcome.REJECTED ? null : "1号",
                        null,
                        TEXT),
                CALENDAR);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

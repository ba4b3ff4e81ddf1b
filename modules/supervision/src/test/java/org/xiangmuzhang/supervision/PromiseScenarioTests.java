package org.xiangmuzhang.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangmuzhang.supervision.domain.Autumn.day;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.intake.events.ApplicationTurnedAway;
import org.xiangmuzhang.intake.events.ItemRevoked;
import org.xiangmuzhang.intake.events.ObligationFulfilled;
import org.xiangmuzhang.intake.events.ObligationIncurred;
import org.xiangmuzhang.intake.events.ObligationQuestioned;
import org.xiangmuzhang.intake.events.ObligationSettled;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.spi.OpenPromises;
import org.xiangmuzhang.supervision.application.HelpDesk;
import org.xiangmuzhang.supervision.application.PromiseRegister;
import org.xiangmuzhang.supervision.domain.Autumn;
import org.xiangmuzhang.supervision.domain.Breach;
import org.xiangmuzhang.supervision.domain.HelpCase;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The register of promises, and what became of what the window turned away. */
@SpringBootTest(classes = SupervisionApplication.class)
@AutoConfigureMockMvc
class PromiseScenarioTests {

    private static final LongConsumer ANY = version -> {};
    private static final Actor SUPERVISOR = actor(Role.SUPERVISOR, SmallIntake.PLACE);
    private static final Actor LEADER = actor(Role.LEADER, SmallIntake.PLACE);

    @Autowired SmallCatalog catalog;
    @Autowired SettableClock clock;
    @Autowired LogReader log;
    @Autowired PromiseRegister register;
    @Autowired OpenPromises open;
    @Autowired HelpDesk help;
    @Autowired Remarks remarks;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    private final UUID application = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    @BeforeEach
    void atTheBeginning() {
        catalog.publish(Autumn.CALENDAR);
        clock.set(day("11-02"));
    }

    @Test
    void keepsBookOfPromisesThatStandOnDispatchesAndInTheWayOfClosing() {
        UUID kept = promised("CONDITIONS", day("11-20"));
        UUID later = promised("REVIEW", day("12-20"));
        UUID material = promised("MATERIAL", day("11-20"));

        assertThat(open.of(project))
                .extracting(OpenPromises.Promise::id)
                .containsExactly(kept, later);
        assertThat(open.of(project)).allMatch(OpenPromises.Promise::blocks);
        assertThat(open.due(SmallIntake.PLACE, day("11-20"), 100))
                .extracting(OpenPromises.Promise::id)
                .contains(kept)
                .doesNotContain(later, material);
        assertThat(register.promise(kept, LEADER).textVersion()).isEqualTo("0a1b2c");

        tell(
                new ObligationFulfilled(
                        application,
                        SmallIntake.PLACE,
                        project,
                        task,
                        kept,
                        "CONDITIONS",
                        null,
                        day("11-05")));

        assertThat(open.of(project)).hasSize(1);
        assertThat(open.open(List.of(kept, later, material))).containsExactly(later);
        assertThat(ids(register.promises(SUPERVISOR, false, null, 200))).contains(kept);
        register.report(kept, Breach.Source.COMPLAINT, SUPERVISOR);
        assertThat(told()).endsWith("supervision.breach-reported");
    }

    @Test
    void aBreachIsToldToTheDepartmentAndEndsOnlyByWhatItDecides() {
        UUID one = promised("CONDITIONS", day("11-20"));
        UUID other = promised("CERTIFICATE", day("11-21"));
        refuses("role-may-not", () -> register.report(one, Breach.Source.INSPECTION, LEADER));
        Actor elsewhere = actor(Role.SUPERVISOR, new Region("140502"));
        refuses("promise-unknown", () -> register.report(one, Breach.Source.INSPECTION, elsewhere));
        register.report(one, Breach.Source.INSPECTION, SUPERVISOR);
        assertThat(register.breaches(one)).hasSize(1);
        assertThat(told()).contains("supervision.breach-reported");
        assertThat(register.promise(one, SUPERVISOR).state()).isEqualTo("OPEN");

        questioned(one);
        assertThat(register.promise(one, SUPERVISOR).cause()).isEqualTo("REPORTED");
        tell(settled(one, "EXTENDED", day("12-01")));
        assertThat(register.promise(one, SUPERVISOR).due()).isEqualTo(day("12-01"));
        assertThat(open.of(project)).hasSize(2);
        questioned(one);
        tell(settled(one, "REVOKED", null));
        tell(
                new ItemRevoked(
                        application,
                        SmallIntake.PLACE,
                        project,
                        task,
                        "PROJECT-APPROVAL",
                        "NDRC",
                        one,
                        day("11-06"),
                        UUID.randomUUID()));

        assertThat(open.of(project)).isEmpty();
        assertThat(register.promise(other, SUPERVISOR).state()).isEqualTo("REVOKED");
        refuses("promise-over", () -> register.report(one, Breach.Source.COMPLAINT, SUPERVISOR));
    }

    @Test
    @Practice("PR-061")
    void aRefusalAtTheWindowBecomesACaseThatSomebodyAnswersFor() {
        UUID reason =
                transaction.execute(
                        status ->
                                remarks.write(
                                        SmallIntake.PLACE,
                                        UUID.randomUUID(),
                                        "缺少用地手续，不予受理",
                                        "/reason"));
        for (int twice = 0; twice < 2; twice++) {
            tell(
                    new ApplicationTurnedAway(
                            application,
                            SmallIntake.PLACE,
                            project,
                            SmallIntake.ENTERPRISE,
                            day("11-02"),
                            "REFUSED",
                            reason));
        }
        HelpCase opened = help.of(application, SUPERVISOR);
        assertThat(opened.state()).isEqualTo(HelpCase.State.OPEN);
        assertThat(help.reasons(List.of(opened))).containsEntry(reason, "缺少用地手续，不予受理");
        assertThat(help.cases(SUPERVISOR, HelpCase.State.OPEN, null, 200)).contains(opened);
        refuses(
                "help-case-not-yours",
                () -> help.settle(application, HelpCase.Way.EXPLAINED, ANY, SUPERVISOR));
        refuses("role-may-not", () -> help.take(application, ANY, LEADER));
        Actor elsewhere = actor(Role.SUPERVISOR, new Region("140502"));
        refuses("help-case-unknown", () -> help.take(application, ANY, elsewhere));

        HelpCase taken = help.take(application, ANY, SUPERVISOR);
        assertThat(taken.owner()).isEqualTo(SUPERVISOR.person());
        refuses("help-case-taken", () -> help.take(application, ANY, SUPERVISOR));
        clock.set(day("11-04"));
        HelpCase settled = help.settle(application, HelpCase.Way.TAKEN_IN, ANY, SUPERVISOR);

        assertThat(settled.settledOn()).isEqualTo(day("11-04"));
        assertThat(settled.way()).isEqualTo(HelpCase.Way.TAKEN_IN);
        refuses("help-case-settled", () -> help.take(application, ANY, SUPERVISOR));
        refuses(
                "help-case-settled",
                () -> help.settle(application, HelpCase.Way.REFERRED, ANY, SUPERVISOR));
        assertThat(help.cases(SUPERVISOR, HelpCase.State.OPEN, null, 200))
                .extracting(HelpCase::application)
                .doesNotContain(application);
        assertThat(told()).endsWith("supervision.help-case-moved");
    }

    private UUID promised(String kind, LocalDate due) {
        UUID id = UUID.randomUUID();
        tell(
                new ObligationIncurred(
                        application,
                        SmallIntake.PLACE,
                        project,
                        task,
                        "PROJECT-APPROVAL",
                        "NDRC",
                        id,
                        kind,
                        null,
                        "0a1b2c",
                        day("11-01"),
                        day("11-02"),
                        due));
        return id;
    }

    private void questioned(UUID promise) {
        tell(
                new ObligationQuestioned(
                        application,
                        SmallIntake.PLACE,
                        project,
                        task,
                        "PROJECT-APPROVAL",
                        "NDRC",
                        promise,
                        "CONDITIONS",
                        "REPORTED",
                        day("11-05"),
                        null));
    }

    private ObligationSettled settled(UUID promise, String outcome, @Nullable LocalDate due) {
        return new ObligationSettled(
                application,
                SmallIntake.PLACE,
                project,
                task,
                promise,
                "CONDITIONS",
                outcome,
                due,
                day("11-06"),
                UUID.randomUUID());
    }

    private void tell(LoggedEvent event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
        Await.settled(log);
    }

    private List<String> told() {
        return log.ofSubject(application, 0, 100).stream().map(LogEntry::type).toList();
    }

    private static List<UUID> ids(List<RegisteredPromise> promises) {
        return promises.stream().map(RegisteredPromise::id).toList();
    }

    private static Actor actor(Role role, Region region) {
        return new Actor(new UUID(9, role.ordinal()), role, region, null, null);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

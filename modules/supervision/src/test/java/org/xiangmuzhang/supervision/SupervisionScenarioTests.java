package org.xiangmuzhang.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangmuzhang.supervision.domain.Autumn.day;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.ReadModelProof;
import org.xiangmuzhang.eventlog.ReadModelProof.Projection;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.spi.Alerts;
import org.xiangmuzhang.supervision.SmallIntake.Case;
import org.xiangmuzhang.supervision.application.RatingMatters;
import org.xiangmuzhang.supervision.application.ReadingLedgers;
import org.xiangmuzhang.supervision.application.ReadingWarnings;
import org.xiangmuzhang.supervision.application.TurningLights;
import org.xiangmuzhang.supervision.domain.Autumn;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.LedgerSummary;
import org.xiangmuzhang.supervision.domain.LedgerSummary.Share;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.Rating;
import org.xiangmuzhang.supervision.domain.Warning;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@SpringBootTest(classes = SupervisionApplication.class)
@AutoConfigureMockMvc
class SupervisionScenarioTests {

    private static final Actor SUPERVISOR = actor(Role.SUPERVISOR, SmallIntake.PLACE, null);
    private static final Actor APPLICANT =
            new Actor(
                    UUID.randomUUID(),
                    Role.APPLICANT,
                    SmallIntake.PLACE,
                    null,
                    SmallIntake.ENTERPRISE);
    private static final Holder NDRC = Holder.department("NDRC");

    @Autowired SmallIntake intake;
    @Autowired SmallCatalog catalog;
    @Autowired SettableClock clock;
    @Autowired LogReader log;
    @Autowired TurningLights lights;
    @Autowired ReadingLedgers ledgers;
    @Autowired ReadingWarnings warnings;
    @Autowired RatingMatters ratings;
    @Autowired Alerts alerts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Rebuilds rebuilds;

    @Autowired
    @Qualifier("intakeFollower")
    Object follower;

    @Autowired ApplicationEventPublisher events;

    @BeforeEach
    void atTheBeginning() {
        catalog.publish(Autumn.CALENDAR);
        today("11-02");
    }

    @Test
    @Practice("PR-270")
    void givesEachDayOfAnItemToOneHolderAndCountsAgenciesApart() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.noticeCorrection(item, day("11-03"));
        intake.supplyCorrection(item, day("11-05"));
        intake.accept(item, day("11-06"), 20, 10);
        intake.pause(item, "EVAL", day("11-10"));
        intake.resume(item, "EVAL", day("11-10"), day("11-12"));
        intake.pause(item, "PUBLICITY", day("11-13"));
        intake.resume(item, "PUBLICITY", day("11-13"), day("11-17"));
        intake.decide(item, day("11-20"));
        awaitConsumers();

        today("12-01");
        LedgerSummary.OfTask ledger = ledgers.task(item.task(), SUPERVISOR);

        assertThat(ledger.days())
                .containsExactly(
                        new Share(Holder.HALL, 2),
                        new Share(Holder.APPLICANT, 2),
                        new Share(NDRC, 4),
                        new Share(Holder.during("EVAL"), 3),
                        new Share(Holder.during("PUBLICITY"), 3));
        assertThat(ledger.elapsed()).isEqualTo(14);
        assertThat(ledger.running()).isFalse();
        LedgerSummary project = ledgers.project(item.project(), APPLICANT);
        assertThat(project.items()).containsExactly(ledger);
        assertThat(project.intermediary()).isEqualTo(3);
        assertThat(project.administrative()).isEqualTo(4);
    }

    @Test
    void followsAnAcceptanceBySilenceBackToTheReceipt() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), day("11-10"), 20, 5);
        awaitConsumers();

        today("11-10");
        assertThat(ledgers.task(item.task(), SUPERVISOR).days())
                .containsExactly(new Share(Holder.HALL, 0), new Share(NDRC, 6));
        lights.sweep();
        assertThat(turned(item)).containsExactly("PROMISED RED");
    }

    @Test
    void turnsLightsWhenTheirDayComesAndTellsRuleFactsAndCalendar() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 10);
        awaitConsumers();
        lights.sweep();
        assertThat(turned(item)).isEmpty();

        for (LocalDate day = day("11-03"); day.isBefore(day("12-03")); day = day.plusDays(1)) {
            clock.set(day);
            lights.sweep();
        }

        assertThat(turned(item))
                .containsExactly(
                        "PROMISED YELLOW",
                        "PROMISED ORANGE",
                        "STATUTORY YELLOW",
                        "PROMISED RED",
                        "STATUTORY ORANGE",
                        "STATUTORY RED");
        assertThat(log.ofSubject(item.application(), 0, 100).getLast().payloadJson())
                .contains(
                        "\"rule\": \"over-limit\"",
                        "\"usedDays\": 21",
                        "\"limitDays\": 20",
                        "\"due\": \"2026-11-30\"",
                        "\"calendar\": \"autumn\"");
        assertThat(alerts.standing(List.of(item.project(), UUID.randomUUID())))
                .containsOnlyKeys(item.project())
                .extractingByKey(item.project())
                .satisfies(
                        standing ->
                                assertThat(standing)
                                        .extracting(Alerts.Alert::light)
                                        .containsExactly("RED", "RED"));
    }

    @Test
    void readsAClockOnlyWhenItsDayHasCome() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 10);
        awaitConsumers();
        lights.sweep();

        assertThat(lights.sweep()).isZero();
        today("11-06");
        assertThat(lights.sweep()).isZero();
        today("11-09");
        assertThat(lights.sweep()).isEqualTo(1);
        intake.decide(item, day("11-09"));
        awaitConsumers();
    }

    @Test
    void keepsTheLightOfAStoppedClock() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 10);
        intake.pause(item, "HEARING", day("11-10"));
        awaitConsumers();
        today("12-31");
        lights.sweep();
        assertThat(turned(item)).containsExactly("PROMISED YELLOW");

        intake.resume(item, "HEARING", day("11-10"), day("12-30"));
        awaitConsumers();
        lights.sweep();
        assertThat(turned(item)).containsExactly("PROMISED YELLOW");
        assertThat(standing(item)).containsExactly(Light.YELLOW);
        intake.decide(item, day("12-31"));
        awaitConsumers();
    }

    @Test
    void followsANewCalendar() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 10);
        awaitConsumers();
        today("11-09");
        lights.sweep();
        assertThat(turned(item)).containsExactly("PROMISED YELLOW");

        catalog.publish(
                Autumn.calendar(
                        "autumn-2",
                        List.of("11-05", "11-06").stream().map(day -> "2026-" + day).toList()));
        transaction.executeWithoutResult(
                status ->
                        events.publishEvent(
                                new CalendarPublished(
                                        UUID.randomUUID(), Region.TEMPLATE, "autumn-2")));
        awaitConsumers();

        assertThat(turned(item)).containsExactly("PROMISED YELLOW", "PROMISED GREEN");
        assertThat(standing(item)).isEmpty();
        assertThat(lights.sweep()).isZero();
        intake.decide(item, day("11-09"));
        awaitConsumers();
    }

    @Test
    void warnsNoMoreOfWhatIsDecided() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 1);
        awaitConsumers();
        today("11-09");
        lights.sweep();
        assertThat(standing(item)).containsExactly(Light.RED);

        intake.decide(item, day("11-09"));
        awaitConsumers();

        assertThat(standing(item)).isEmpty();
        assertThat(alerts.standing(List.of(item.project()))).isEmpty();
        today("12-31");
        lights.sweep();
        assertThat(turned(item)).containsExactly("PROMISED RED");
    }

    @Test
    void givesASimulatedItemDaysButNoClockUntilItIsReopened() {
        Case item = intake.submit(day("11-02"), "SIMULATED");
        intake.accept(item, day("11-02"), 20, 5);
        intake.preApprove(item, day("11-05"));
        awaitConsumers();
        today("11-30");
        lights.sweep();
        assertThat(turned(item)).isEmpty();
        assertThat(ledgers.task(item.task(), SUPERVISOR).holder()).isEqualTo(Holder.WAITING);

        intake.reopen(item, day("11-30"));
        awaitConsumers();
        today("12-04");
        lights.sweep();

        assertThat(turned(item)).containsExactly("PROMISED ORANGE");
        assertThat(ledgers.task(item.task(), SUPERVISOR).days())
                .containsExactly(
                        new Share(Holder.HALL, 0),
                        new Share(NDRC, 6),
                        new Share(Holder.WAITING, 18));
        intake.withdraw(item, day("12-04"));
        awaitConsumers();
    }

    @Test
    void endsWhatIsWithdrawn() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.withdraw(item, day("11-04"));
        awaitConsumers();

        today("11-30");
        LedgerSummary.OfTask ledger = ledgers.task(item.task(), SUPERVISOR);
        assertThat(ledger.days()).containsExactly(new Share(Holder.HALL, 2));
        assertThat(ledger.task().outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    void showsLedgersAndWarningsOnlyToWhomTheyConcern() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 1);
        awaitConsumers();
        today("11-09");
        lights.sweep();

        assertThat(warnings.warnings(department("NDRC"), null, null, 200))
                .extracting(Warning::task)
                .contains(item.task());
        assertThat(warnings.warnings(department("EE"), null, null, 200)).isEmpty();
        assertThat(warnings.warnings(SUPERVISOR, Light.YELLOW, null, 200))
                .extracting(Warning::task)
                .doesNotContain(item.task());
        refuses("role-may-not", () -> warnings.warnings(APPLICANT, null, null, 10));
        refuses("ledger-unknown", () -> ledgers.task(item.task(), department("EE")));
        refuses(
                "ledger-unknown",
                () ->
                        ledgers.task(
                                item.task(),
                                new Actor(
                                        UUID.randomUUID(),
                                        Role.APPLICANT,
                                        SmallIntake.PLACE,
                                        null,
                                        UUID.randomUUID())));
        refuses(
                "ledger-unknown",
                () ->
                        ledgers.task(
                                item.task(), actor(Role.SUPERVISOR, new Region("350900"), null)));
        Warning first = warnings.warnings(SUPERVISOR, null, null, 1).getFirst();
        assertThat(
                        warnings.warnings(
                                SUPERVISOR,
                                null,
                                new Warning.Place(first.due(), first.task(), first.clock()),
                                200))
                .doesNotContain(first);
        intake.decide(item, day("11-09"));
        awaitConsumers();
    }

    @Test
    void ratingIsReadByItsEnterpriseAndByThoseWhoReadTheRatingsOfThePlace() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 1);
        intake.deliver(item, day("11-09"));
        ratings.rate(item.application(), 1, "等了太久", APPLICANT);
        Region place = APPLICANT.region();
        Set<Role> readers = EnumSet.of(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);

        assertThat(ratings.of(item.application(), APPLICANT)).isPresent();
        for (Role role : Role.values()) {
            Actor reader = new Actor(UUID.randomUUID(), role, place, "NDRC", UUID.randomUUID());
            assertThat(ratings.of(item.application(), reader).isPresent())
                    .as("%s", role)
                    .isEqualTo(readers.contains(role));
            if (!readers.contains(role)) {
                refuses("role-may-not", () -> ratings.ratings(reader, null, 200));
            }
        }
        intake.decide(item, day("11-09"));
        awaitConsumers();
    }

    @Test
    void showsWhatLiesBelowToThoseWhoLookDown() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        intake.accept(item, day("11-02"), 20, 1);
        awaitConsumers();
        today("11-09");
        lights.sweep();
        intake.deliver(item, day("11-09"));
        ratings.rate(item.application(), 4, null, APPLICANT);
        Region city = new Region("370400");
        Actor auditor = actor(Role.AUDITOR, Region.TEMPLATE, null);

        for (Actor above :
                List.of(
                        auditor,
                        actor(Role.LEADER, city, null),
                        actor(Role.SUPERVISOR, new Region("370403"), null),
                        actor(Role.HEAD, city, "NDRC"))) {
            assertThat(warnings.warnings(above, null, null, 200))
                    .extracting(Warning::task)
                    .contains(item.task());
            assertThat(ledgers.task(item.task(), above).task().id()).isEqualTo(item.task());
            assertThat(ledgers.project(item.project(), above).items()).hasSize(1);
            assertThat(ratings.of(item.application(), above).isPresent())
                    .isEqualTo(above.role() != Role.HEAD);
        }
        assertThat(ratings.ratings(auditor, null, 200))
                .extracting(Rating::application)
                .contains(item.application());
        for (Actor beside :
                List.of(
                        actor(Role.APPROVER, city, "NDRC"),
                        actor(Role.CLERK, city, null),
                        actor(Role.LEADER, new Region("350900"), null))) {
            refuses("ledger-unknown", () -> ledgers.task(item.task(), beside));
            assertThat(ratings.of(item.application(), beside)).isEmpty();
        }
        refuses("role-may-not", () -> ratings.rate(item.application(), 5, null, auditor));
        intake.decide(item, day("11-09"));
        awaitConsumers();
    }

    @Test
    void takesOneRatingFromTheEnterpriseItself() {
        Case item = intake.submit(day("11-02"), "FORMAL");
        refuses("not-delivered-yet", () -> ratings.rate(item.application(), 5, null, APPLICANT));
        intake.deliver(item, day("11-03"));

        refuses("rating-score", () -> ratings.rate(item.application(), 6, null, APPLICANT));
        refuses(
                "role-may-not",
                () ->
                        ratings.rate(
                                item.application(),
                                5,
                                null,
                                actor(Role.STEWARD, SmallIntake.PLACE, null)));
        refuses(
                "application-unknown",
                () ->
                        ratings.rate(
                                item.application(),
                                5,
                                null,
                                new Actor(
                                        UUID.randomUUID(),
                                        Role.APPLICANT,
                                        SmallIntake.PLACE,
                                        null,
                                        UUID.randomUUID())));
        assertThat(ratings.isOpenTo(item.application(), APPLICANT)).isTrue();
        Rating rated = ratings.rate(item.application(), 2, "等得太久", APPLICANT);

        assertThat(rated.isBad()).isTrue();
        assertThat(ratings.isOpenTo(item.application(), APPLICANT)).isFalse();
        refuses("already-rated", () -> ratings.rate(item.application(), 5, null, APPLICANT));
        assertThat(ratings.ratings(SUPERVISOR, null, 10)).contains(rated);
        assertThat(ratings.texts(List.of(rated))).containsValue("等得太久");
        assertThat(log.ofSubject(item.application(), 0, 100))
                .filteredOn(entry -> entry.type().equals("supervision.matter-rated"))
                .singleElement()
                .extracting(LogEntry::payloadJson)
                .asString()
                .doesNotContain("等得太久");
    }

    /** The sweep's part of a clock, and the lights, are what it read on its day: not the log's. */
    @Test
    void aRebuiltLedgerEqualsTheLiveOneWhileWritesGoOn() throws Exception {
        Case first = intake.submit(day("11-02"), "FORMAL");
        intake.accept(first, day("11-02"), 20, 10);
        awaitConsumers();
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 40; i++) {
                                        Case item = intake.submit(day("11-02"), "FORMAL");
                                        intake.accept(item, day("11-03"), 20, 10);
                                        intake.pause(item, "EVAL", day("11-05"));
                                        intake.resume(item, "EVAL", day("11-05"), day("11-06"));
                                        intake.decide(item, day("11-09"));
                                        lights.sweep();
                                    }
                                });
        ReadModelProof proof = new ReadModelProof(transaction, jdbc, rebuilds);

        for (int i = 0; i < 5; i++) {
            assertThat(
                            proof.of(
                                    "supervision.ledger",
                                    follower,
                                    Projection.of("supervision.task"),
                                    Projection.of("supervision.holding"),
                                    new Projection(
                                            "supervision.clock",
                                            "task, kind, region, accepted_on, limit_days,"
                                                    + " limit_unit, ended_on")))
                    .isNotEmpty();
        }
        writer.join();
        intake.decide(first, day("11-09"));
        awaitConsumers();
    }

    private List<String> turned(Case item) {
        return log.ofSubject(item.application(), 0, 100).stream()
                .filter(entry -> entry.type().equals("supervision.light-turned"))
                .map(LogEntry::payloadJson)
                .map(json -> field(json, "clock") + " " + field(json, "light"))
                .toList();
    }

    private List<Light> standing(Case item) {
        return warnings.warnings(SUPERVISOR, null, null, 200).stream()
                .filter(warning -> warning.task().equals(item.task()))
                .map(Warning::light)
                .toList();
    }

    private static String field(String json, String name) {
        String start = "\"" + name + "\": \"";
        int from = json.indexOf(start) + start.length();
        return json.substring(from, json.indexOf('"', from));
    }

    private void today(String monthAndDay) {
        clock.set(day(monthAndDay));
    }

    private void awaitConsumers() {
        Await.settled(log);
    }

    private static Actor department(String code) {
        return actor(Role.APPROVER, SmallIntake.PLACE, code);
    }

    private static Actor actor(Role role, Region region, @Nullable String department) {
        return new Actor(new UUID(9, role.ordinal()), role, region, department, null);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

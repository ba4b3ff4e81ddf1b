package org.xiangmuzhang.steward.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.startsWith;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.events.CoursesChosen;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.HandoverPrepared;
import org.xiangmuzhang.steward.events.MandateRevoked;
import org.xiangmuzhang.steward.events.MandateSigned;
import org.xiangmuzhang.steward.events.MilestoneReached;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

class ProjectTests {

    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID ENTERPRISE = new UUID(2, 1);
    private static final UUID STEWARD = new UUID(3, 1);
    private static final UUID SUCCESSOR = new UUID(3, 2);
    private static final UUID HANDOVER = UUID.randomUUID();
    private static final UUID MANDATE = new UUID(4, 1);
    private static final UUID FILE = new UUID(5, 1);
    private static final UUID REMARK = new UUID(6, 1);
    private static final Region REGION = new Region("140500");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final AggregateTestFixture<Project> fixture = new AggregateTestFixture<>(Project.class);

    @Test
    void registeringTellsOfTheProjectAndOfItsCode() {
        fixture.givenNoPriorActivity()
                .when(registration(new BigDecimal("5200")))
                .expectEvents(registered(), coded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000000.1", "1e5000", "-1e999999999", "0.0000001"})
    void refusesAnInvestmentThatIsNone(BigDecimal investment) {
        refused(
                fixture.givenNoPriorActivity().when(registration(investment)),
                "investment-out-of-range");
    }

    @Test
    void oneStewardFollowsAnother() {
        given(appointed())
                .when(appoint(SUCCESSOR))
                .expectEvents(
                        new StewardAppointed(PROJECT, REGION, SUCCESSOR, STEWARD, TODAY, null),
                        new HandoverPrepared(
                                PROJECT, REGION, HANDOVER, STEWARD, SUCCESSOR, 1, List.of(),
                                TODAY));
    }

    @Test
    void refusesToAppointTheStewardTwice() {
        refused(given(appointed()).when(appoint(STEWARD)), "steward-already-appointed");
    }

    @Test
    void signedMandateNamesTheStewardAndReachesItsMilestone() {
        given(appointed())
                .when(mandate(ENTERPRISE, List.of("SUPPLY", "SUBMIT"), TODAY, TODAY.plusYears(1)))
                .expectEvents(
                        signed(),
                        new MilestoneReached(PROJECT, REGION, "STEWARD-ENTRUST", TODAY, FILE));
    }

    @Test
    void refusesMandateBeforeAStewardIsAppointed() {
        refused(
                given().when(mandate(ENTERPRISE, List.of("SUBMIT"), TODAY, TODAY)),
                "mandate-without-steward");
    }

    @Test
    void refusesMandateOfAnotherEnterprise() {
        refused(
                given(appointed()).when(mandate(new UUID(2, 2), List.of("SUBMIT"), TODAY, TODAY)),
                "mandate-foreign-enterprise");
    }

    @ParameterizedTest
    @CsvSource({"DECIDE", "''"})
    void refusesActsThatNoMandateKnows(String act) {
        List<String> acts = act.isEmpty() ? List.of() : List.of("SUBMIT", act);
        refused(given(appointed()).when(mandate(ENTERPRISE, acts, TODAY, TODAY)), "mandate-acts");
    }

    @Test
    void refusesMandateThatEndsBeforeItBegins() {
        refused(
                given(appointed())
                        .when(
                                mandate(
                                        ENTERPRISE,
                                        List.of("SUBMIT"),
                                        TODAY.plusDays(2),
                                        TODAY.plusDays(1))),
                "mandate-dates");
    }

    @Test
    void refusesMandateThatIsOverAlready() {
        refused(
                given(appointed())
                        .when(
                                mandate(
                                        ENTERPRISE,
                                        List.of("SUBMIT"),
                                        TODAY.minusDays(9),
                                        TODAY.minusDays(1))),
                "mandate-over");
    }

    @Test
    void refusesTheSameMandateTwice() {
        refused(
                given(appointed(), signed())
                        .when(mandate(ENTERPRISE, List.of("SUBMIT"), TODAY, TODAY)),
                "mandate-signed-already");
    }

    @Test
    void revokedMandateEndsOnThatDay() {
        given(appointed(), signed())
                .when(new RevokeMandate(PROJECT, MANDATE, REMARK, TODAY))
                .expectEvents(new MandateRevoked(PROJECT, REGION, MANDATE, TODAY, REMARK));
    }

    @Test
    void refusesToRevokeTwiceOrWhatWasNeverSigned() {
        refused(
                given(appointed()).when(new RevokeMandate(PROJECT, MANDATE, REMARK, TODAY)),
                "mandate-unknown");
    }

    @Test
    void refusesToRevokeARevokedMandate() {
        refused(
                given(
                                appointed(),
                                signed(),
                                new MandateRevoked(PROJECT, REGION, MANDATE, TODAY, REMARK))
                        .when(new RevokeMandate(PROJECT, MANDATE, REMARK, TODAY)),
                "mandate-revoked-already");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, SUBMIT,  false",
        "2026-11-02, SUBMIT,  true",
        "2027-11-02, SUPPLY,  true",
        "2027-11-03, SUPPLY,  false",
        "2026-11-05, RECEIVE, false"
    })
    void mandateCoversItsActsOnItsDaysOnly(LocalDate on, String act, boolean covered) {
        var mandate = new Mandate(signed(), null);

        assertThat(covers(mandate, act, on)).isEqualTo(covered);
    }

    @Test
    void revokedMandateCoversNothingFromThatDay() {
        var mandate = new Mandate(signed(), TODAY.plusDays(3));

        assertThat(covers(mandate, "SUBMIT", TODAY.plusDays(2))).isTrue();
        assertThat(covers(mandate, "SUBMIT", TODAY.plusDays(3))).isFalse();
    }

    private static boolean covers(Mandate mandate, String act, LocalDate on) {
        try {
            Mandate.covering(List.of(mandate), act, Map.of(), on);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    @Test
    void firstPlanTellsTheCoursesTheStudyAndTheDates() {
        given(appointed())
                .when(new DrawPlan(PROJECT, courses(Set.of("B", "A")), plan("PLANNED"), TODAY))
                .expectEvents(
                        chosen(List.of("A", "B")),
                        new MilestoneReached(PROJECT, REGION, "STEWARD-STUDY", TODAY, null),
                        drawn(1, "steward.courses-chosen", plan("PLANNED")));
    }

    @Test
    void refusesPlanBeforeAStewardIsAppointed() {
        refused(
                given().when(new DrawPlan(PROJECT, courses(Set.of()), plan("PLANNED"), TODAY)),
                "plan-without-steward");
    }

    @Test
    void planIsDrawnAgainOnlyWhenDatesOrStatesChange() {
        LoggedEvent[] before = {
            appointed(), chosen(List.of()), drawn(1, "steward.courses-chosen", plan("PLANNED"))
        };
        given(before)
                .when(new RedrawPlan(PROJECT, "intake.item-decided", plan("PLANNED")))
                .expectNoEvents();
        new ProjectTests()
                .given(before)
                .when(new RedrawPlan(PROJECT, "intake.item-decided", plan("DONE")))
                .expectEvents(drawn(2, "intake.item-decided", plan("DONE")));
    }

    @Test
    void laterPlanTellsOnlyTheStepsThatDiffer() {
        Plan done = plan("DONE");
        given(appointed(), chosen(List.of()), drawn(1, "steward.courses-chosen", plan("PLANNED")))
                .when(new RedrawPlan(PROJECT, "intake.item-decided", done))
                .expectEvents(
                        drawn(
                                2,
                                "intake.item-decided",
                                done,
                                false,
                                List.of(step("ENT-APPROVAL", "DONE")),
                                List.of()));
    }

    @Test
    void planWithOtherItemsOrAnotherOrderIsToldWhole() {
        Plan before = plan("PLANNED");
        for (Plan other :
                List.of(
                        plan(List.of(step("EIA-TABLE", "PLANNED")), List.of()),
                        plan(before.steps(), List.of()),
                        plan(before.steps().reversed(), before.edges()))) {
            new ProjectTests()
                    .given(
                            appointed(),
                            chosen(List.of()),
                            drawn(1, "steward.courses-chosen", before))
                    .when(new RedrawPlan(PROJECT, "catalog.items-changed", other))
                    .expectEvents(
                            drawn(
                                    2,
                                    "catalog.items-changed",
                                    other,
                                    true,
                                    other.steps(),
                                    other.edges()));
        }
    }

    @Test
    void nothingIsRedrawnBeforeTheFirstPlan() {
        given(appointed())
                .when(new RedrawPlan(PROJECT, "intake.item-decided", plan("DONE")))
                .expectNoEvents();
    }

    @Test
    void whatWasDecidedElsewhereIsRecordedWithItsProof() {
        given().when(elsewhere("晋自然预〔2026〕8号", TODAY.minusDays(9), TODAY))
                .expectEvents(decidedElsewhere(TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "'',  2026-10-24, 2026-11-02, document-number-form",
        "请电 13800138000,  2026-10-24, 2026-11-02, document-number-form",
        "13800138000,  2026-10-24, 2026-11-02, document-number-digits",
        "A-1, 2026-11-03, 2026-11-03, elsewhere-future",
        "A-1, 2026-10-24, 2026-10-23, elsewhere-verified",
        "A-1, 2026-10-24, 2026-11-03, elsewhere-verified"
    })
    void refusesExternalDecisionsThatCannotBe(
            String document, LocalDate decided, LocalDate verified, String rule) {
        refused(given().when(elsewhere(document, decided, verified)), rule);
    }

    @Test
    void refusesTheSameExternalDecisionTwice() {
        refused(
                given(decidedElsewhere(TODAY))
                        .when(elsewhere("晋自然预〔2026〕8号", TODAY.minusDays(9), TODAY)),
                "elsewhere-recorded-already");
    }

    @Test
    void externalDecisionMayBeVerifiedAgain() {
        given(decidedElsewhere(TODAY.minusDays(3)))
                .when(elsewhere("晋自然预〔2026〕8号", TODAY.minusDays(9), TODAY))
                .expectEvents(decidedElsewhere(TODAY));
    }

    @Test
    void refusesMilestoneTwiceOrInTheFuture() {
        refused(
                given(new MilestoneReached(PROJECT, REGION, "LAND-GRANT", TODAY, null))
                        .when(new ReachMilestone(PROJECT, "LAND-GRANT", TODAY, null, TODAY)),
                "milestone-reached-already");
        refused(
                new ProjectTests()
                        .given()
                        .when(
                                new ReachMilestone(
                                        PROJECT, "LAND-GRANT", TODAY.plusDays(1), null, TODAY)),
                "milestone-future");
    }

    @Test
    void versionCountsDecisionsAndNotRedrawnPlans() {
        List<LoggedEvent> events =
                new ArrayList<>(List.of(registered(), coded(), appointed(), chosen(List.of())));
        long before = Dossier.of(events).orElseThrow().version();
        events.add(drawn(1, "steward.courses-chosen", plan("PLANNED")));
        events.add(drawn(2, "intake.item-decided", plan("DONE")));

        assertThat(Dossier.of(events).orElseThrow().version()).isEqualTo(before).isEqualTo(3);
    }

    @Test
    void pastIsWhatWasKnownThen() {
        List<LoggedEvent> events =
                List.of(
                        registered(),
                        coded(),
                        appointed(),
                        chosen(List.of()),
                        drawn(1, "steward.courses-chosen", plan("PLANNED")),
                        drawn(2, "intake.item-decided", plan("DONE")));

        var then = Dossier.of(events.subList(0, 5)).orElseThrow();
        var now = Dossier.of(events).orElseThrow();

        assertThat(then.plan()).isEqualTo(events.get(4));
        PlanDrawn last = Objects.requireNonNull(now.plan());
        assertThat(last.steps()).isEqualTo(plan("DONE").steps());
        assertThat(last.edges()).isEqualTo(plan("DONE").edges());
        assertThat(last.revision()).isEqualTo(2);
        assertThat(Dossier.of(events.subList(0, 2)).orElseThrow().steward()).isNull();
        assertThat(Dossier.of(List.of())).isEmpty();
    }

    private TestExecutor<Project> given(LoggedEvent... more) {
        List<Object> events = new ArrayList<>(List.of(registered(), coded()));
        events.addAll(List.of(more));
        return fixture.given(events);
    }

    private static void refused(ResultValidator<Project> result, String rule) {
        result.expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionMessage(startsWith(rule + " "));
    }

    private static RegisterProject registration(@Nullable BigDecimal investment) {
        return new RegisterProject(
                PROJECT,
                REGION,
                new ProjectCode("2610-140500-04-01-123456"),
                "PT-PV-GROUND",
                "v1",
                ENTERPRISE,
                "D",
                investment,
                TODAY);
    }

    private static ProjectRegistered registered() {
        return new ProjectRegistered(
                PROJECT,
                REGION,
                "2610-140500-04-01-123456",
                "PT-PV-GROUND",
                "v1",
                ENTERPRISE,
                "D",
                new BigDecimal("5200"),
                TODAY);
    }

    private static MilestoneReached coded() {
        return new MilestoneReached(PROJECT, REGION, "PROJECT-CODE", TODAY, null);
    }

    private static StewardAppointed appointed() {
        return new StewardAppointed(PROJECT, REGION, STEWARD, null, TODAY, null);
    }

    private static AppointSteward appoint(UUID steward) {
        return new AppointSteward(PROJECT, steward, null, HANDOVER, List.of(), TODAY);
    }

    private static SignMandate mandate(
            UUID enterprise, List<String> acts, LocalDate from, LocalDate until) {
        return new SignMandate(
                PROJECT,
                MANDATE,
                enterprise,
                new MandateScope(Set.copyOf(acts), from, until, Set.of(), Set.of()),
                FILE,
                TODAY);
    }

    private static MandateSigned signed() {
        return new MandateSigned(
                PROJECT,
                REGION,
                MANDATE,
                ENTERPRISE,
                STEWARD,
                List.of("SUBMIT", "SUPPLY"),
                TODAY,
                TODAY.plusYears(1),
                FILE,
                null,
                null);
    }

    private static Courses courses(Set<String> conditional) {
        return new Courses(TODAY, null, conditional, Set.of(), Set.of(), Set.of(), false);
    }

    private static CoursesChosen chosen(List<String> conditional) {
        return new CoursesChosen(
                PROJECT,
                REGION,
                TODAY,
                null,
                conditional,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of());
    }

    /** Two items, of which the first has come that far. */
    private static Plan plan(String state) {
        return plan(
                List.of(step("ENT-APPROVAL", state), step("EIA-TABLE", "PLANNED")),
                List.of(new Edge("ENT-APPROVAL", "EIA-TABLE", "LEGAL", false)));
    }

    private static Plan plan(List<Step> steps, List<Edge> edges) {
        return new Plan(
                TODAY, TODAY, TODAY.plusDays(2), null, false, "v1", "c1", steps, edges, List.of());
    }

    private static Step step(String code, String state) {
        return new Step(
                code,
                "1",
                state,
                2,
                TODAY,
                TODAY.plusDays(2),
                TODAY,
                TODAY.plusDays(2),
                0,
                true,
                null,
                null,
                null);
    }

    /** The first one whole, another as it differs from where nothing was done. */
    private static PlanDrawn drawn(int revision, String cause, Plan plan) {
        boolean whole = revision == 1;
        return drawn(
                revision,
                cause,
                plan,
                whole,
                whole ? plan.steps() : plan.stepsUnlike(plan("PLANNED")),
                whole ? plan.edges() : List.of());
    }

    private static PlanDrawn drawn(
            int revision,
            String cause,
            Plan plan,
            boolean whole,
            List<Step> steps,
            List<Edge> edges) {
        return new PlanDrawn(
                PROJECT,
                REGION,
                revision,
                cause,
                plan.target(),
                plan.from(),
                plan.finish(),
                revision == 1 ? null : plan.finish(),
                plan.provisional(),
                plan.typeVersion(),
                plan.calendar(),
                whole,
                PlanDrawn.Standing.of(plan.steps()),
                steps,
                edges,
                plan.words(),
                plan.on());
    }

    private static RecordDecidedElsewhere elsewhere(
            String document, LocalDate decided, LocalDate verified) {
        return new RecordDecidedElsewhere(
                PROJECT, "SITE-PREEXAM", document, decided, FILE, verified, TODAY);
    }

    private static DecidedElsewhere decidedElsewhere(LocalDate verified) {
        return new DecidedElsewhere(
                PROJECT,
                REGION,
                "SITE-PREEXAM",
                "晋自然预〔2026〕8号",
                TODAY.minusDays(9),
                FILE,
                verified);
    }
}

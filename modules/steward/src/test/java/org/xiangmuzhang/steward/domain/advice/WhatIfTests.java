package org.xiangmuzhang.steward.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangmuzhang.steward.domain.advice.AdviceTests.order;
import static org.xiangmuzhang.steward.domain.advice.AdviceTests.situation;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Conflict;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Progress;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class WhatIfTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Course SIMULATED = new Course(Course.Kind.SIMULATED, "C");

    /** A and B one after the other, C after B as its condition, and D beside them. */
    private static final Situation FOUR =
            situation(
                    Map.of("A", 5, "B", 5, "C", 5, "D", 10),
                    List.of(new MergedItem("AC", List.of("A", "C"))),
                    Map.of(),
                    order("A", "B", Kind.LEGAL, Relaxation.NONE),
                    order("B", "C", Kind.LEGAL, Relaxation.MOCK));

    private static final Situation RUNNING =
            with(Map.of("A", Progress.running(DAY, DAY.plusDays(4))));

    private static Situation with(Map<String, Progress> progress) {
        return new Situation(
                FOUR.type(),
                FOUR.merged(),
                FOUR.items(),
                progress,
                FOUR.chosen(),
                DAY,
                FOUR.calendar());
    }

    @Test
    void whatSlipsMovesWhatHangsOnItAndOnlyThat() {
        WhatIf found = WhatIf.of(FOUR, List.of(new Supposition.Slips("B", 3)));

        assertThat(found.present().finish()).isEqualTo("2026-11-23");
        assertThat(found.supposed().finish()).isEqualTo("2026-11-26");
        assertThat(end(found.supposed(), "A")).isEqualTo(end(found.present(), "A"));
        assertThat(end(found.supposed(), "B")).isEqualTo("2026-11-19");
        assertThat(end(found.supposed(), "D")).isEqualTo(end(found.present(), "D"));
        assertThat(WhatIf.of(FOUR, List.of(new Supposition.Slips("D", 3))).supposed().finish())
                .isEqualTo(found.present().finish());
    }

    @Test
    void whatRunsSlipsFromTheDayItIsPromisedFor() {
        WhatIf found = WhatIf.of(RUNNING, List.of(new Supposition.Slips("A", 2)));

        assertThat(end(found.present(), "A")).isEqualTo("2026-11-06");
        assertThat(end(found.supposed(), "A")).isEqualTo("2026-11-10");
        assertThat(end(found.supposed(), "C")).isEqualTo("2026-11-24");
    }

    @Test
    void anItemEndsOnItsDayAndWhatCannotBeIsSaid() {
        LocalDate late = LocalDate.of(2026, 11, 20);
        WhatIf found = WhatIf.of(FOUR, List.of(new Supposition.Ends("B", late)));

        assertThat(end(found.supposed(), "B")).isEqualTo(late);
        assertThat(found.supposed().finish()).isEqualTo("2026-11-27");
        assertThat(found.contradictions()).isEmpty();

        LocalDate early = LocalDate.of(2026, 11, 4);
        WhatIf tooEarly = WhatIf.of(FOUR, List.of(new Supposition.Ends("B", early)));
        assertThat(end(tooEarly.supposed(), "B")).isEqualTo(early);
        assertThat(tooEarly.contradictions()).containsExactly(new WhatIf.Contradiction("B", "A"));
    }

    @Test
    void coursesAndTheStartMayBeOtherwise() {
        assertThat(WhatIf.of(FOUR, List.of(new Supposition.Takes(SIMULATED))).supposed().finish())
                .isEqualTo("2026-11-16");
        assertThat(
                        WhatIf.of(FOUR, List.of(new Supposition.Starts(LocalDate.of(2026, 11, 9))))
                                .supposed()
                                .finish())
                .isEqualTo("2026-11-30");
    }

    @Test
    void theSuppositionsOfManyNetworksChangeNothingOfThePresent() {
        for (long seed = 0; seed < 100; seed++) {
            Situation situation = new RandomSituations(seed).next();
            Plan before = situation.plan(situation.taken());
            before.steps().stream()
                    .filter(step -> !Set.of("DROPPED", "REPLACED", "DONE").contains(step.state()))
                    .findFirst()
                    .ifPresent(
                            step -> {
                                WhatIf found =
                                        WhatIf.of(
                                                situation,
                                                List.of(new Supposition.Slips(step.itemCode(), 4)));
                                assertThat(found.present()).isEqualTo(before);
                                assertThat(found.supposed().finish())
                                        .isAfterOrEqualTo(before.finish());
                                assertThat(
                                                situation.days(
                                                        before.finish(), found.supposed().finish()))
                                        .isLessThanOrEqualTo(4);
                            });
            assertThat(situation.plan(situation.taken())).isEqualTo(before);
        }
    }

    @Test
    void refusesWhatIsNoSupposition() {
        Supposition slip = new Supposition.Slips("A", 1);

        refused("what-if-none", List.of());
        refused("what-if-too-many", Collections.nCopies(21, slip));
        refused("what-if-twice", List.of(slip, new Supposition.Ends("A", DAY)));
        refused("what-if-days", List.of(new Supposition.Slips("A", 0)));
        refused("what-if-days", List.of(new Supposition.Slips("A", 251)));
        refused("what-if-past", List.of(new Supposition.Ends("A", DAY.minusDays(1))));
        refused("what-if-past", List.of(new Supposition.Starts(DAY.minusDays(1))));
        refused("what-if-item-unknown", List.of(new Supposition.Slips("Z", 1)));
        refused("what-if-course-not-taken", List.of(new Supposition.Leaves(SIMULATED)));
        refused(
                "what-if-course-taken",
                List.of(new Supposition.Takes(SIMULATED), new Supposition.Takes(SIMULATED)));
        refused(
                "plan-nothing-to-simulate",
                List.of(new Supposition.Takes(new Course(Course.Kind.SIMULATED, "A"))));
        refused(
                "plan-goes-round",
                List.of(new Supposition.Takes(new Course(Course.Kind.MERGED, "AC"))));
        assertThatThrownBy(() -> WhatIf.of(with(Map.of("A", Progress.done(DAY))), List.of(slip)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.rule()).isEqualTo("what-if-item-done"));
    }

    @Test
    void wantedDatesThatAreLostAreToldAlsoThoseOfStages() {
        Situation wanting =
                new Situation(
                        FOUR.type(),
                        FOUR.merged(),
                        FOUR.items(),
                        Map.of(),
                        new Courses(
                                DAY,
                                LocalDate.of(2026, 12, 31),
                                Map.of(Stage.LAND_AND_PROJECT, LocalDate.of(2026, 11, 24)),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                false),
                        DAY,
                        FOUR.calendar());

        assertThat(WhatIf.of(wanting, List.of(new Supposition.Slips("B", 1))).conflicts())
                .isEmpty();
        assertThat(WhatIf.of(wanting, List.of(new Supposition.Slips("B", 3))).conflicts())
                .extracting(Conflict::stage, Conflict::earliest)
                .containsExactly(tuple(Stage.LAND_AND_PROJECT, LocalDate.of(2026, 11, 26)));
        assertThat(
                        WhatIf.of(
                                        wanting,
                                        List.of(new Supposition.Starts(LocalDate.of(2027, 1, 4))))
                                .conflicts())
                .extracting(Conflict::stage)
                .containsExactly(null, Stage.LAND_AND_PROJECT);
    }

    @Test
    void whatHasBegunByACourseCannotLeaveIt() {
        Situation simulating =
                new Situation(
                        FOUR.type(),
                        FOUR.merged(),
                        FOUR.items(),
                        Map.of("C", Progress.inSimulation(DAY, DAY.plusDays(4))),
                        new Courses(DAY, null, Set.of(), Set.of("C"), Set.of(), Set.of(), false),
                        DAY,
                        FOUR.calendar());

        assertThatThrownBy(() -> WhatIf.of(simulating, List.of(new Supposition.Leaves(SIMULATED))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.rule()).isEqualTo("what-if-course-begun"));
    }

    private static void refused(String rule, List<Supposition> suppositions) {
        assertThatThrownBy(() -> WhatIf.of(FOUR, suppositions))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }

    private static LocalDate end(Plan plan, String item) {
        return Objects.requireNonNull(WhatIf.find(plan, item)).earliestFinish();
    }
}

package org.xiangmuzhang.steward.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.events.PlanDrawn.Standing;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What holds of every plan, whatever its items, links, facts, calendar, day and wanted dates: tried
 * on 2,000 drawn situations, with {@code -Pnightly} on 100,000. A failure names its seed.
 */
class RandomPlansTests {

    private static final int CASES = Integer.getInteger("xiangmuzhang.cases", 2_000);

    private static void everywhere(int most, BiConsumer<Situation, Plan> holds) {
        for (long seed = 0; seed < CASES; seed++) {
            Situation situation = new RandomNetworks(seed).situation(most);
            try {
                holds.accept(situation, situation.plan());
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    @Test
    void datesAreThoseOfFollowingEveryPathDayByDay() {
        everywhere(
                8,
                (situation, plan) -> {
                    var paths = new BruteForce(situation);
                    for (Step step : plan.steps()) {
                        if (!Standing.isOpen(step)) {
                            continue;
                        }
                        String code = step.itemCode();
                        assertThat(step.earliestStart()).isEqualTo(paths.start(code));
                        assertThat(step.earliestFinish()).isEqualTo(paths.finish(code));
                    }
                    assertThat(plan.from()).isEqualTo(paths.firstDay());
                    assertThat(plan.provisional())
                            .isEqualTo(situation.calendar().isProvisional(plan.finish()));
                });
    }

    @Test
    void slackCountedBackIsHowFarAnItemSlipsForwardUntilAWantedDateIsLost() {
        everywhere(
                8,
                (situation, plan) -> {
                    var paths = new BruteForce(situation);
                    List<Step> open = open(plan);
                    int least = open.stream().mapToInt(Step::slack).min().orElse(0);
                    int putOff = Math.max(0, -least);
                    for (Step step : open) {
                        String code = step.itemCode();
                        int slack = step.slack() + putOff;
                        assertThat(paths.keeps(code, slack, false, putOff)).as(code).isTrue();
                        assertThat(paths.keeps(code, slack + 1, false, putOff)).as(code).isFalse();
                        if (step.state().equals("PLANNED")) {
                            int room = days(situation, step.earliestStart(), step.latestStart());
                            slack = room + putOff;
                            assertThat(paths.keeps(code, slack, true, putOff)).as(code).isTrue();
                            assertThat(paths.keeps(code, slack + 1, true, putOff))
                                    .as(code)
                                    .isFalse();
                        }
                    }
                });
    }

    @Test
    void slackIsTheSameAtBothEndsOfWhatNothingHoldsBackAtItsEnd() {
        everywhere(
                40,
                (situation, plan) -> {
                    for (Step step : open(plan)) {
                        assertThat(days(situation, step.earliestFinish(), step.latestFinish()))
                                .isEqualTo(step.slack());
                        int atStart = days(situation, step.earliestStart(), step.latestStart());
                        int held =
                                days(situation, step.earliestStart(), step.earliestFinish())
                                        - step.days();
                        if (step.state().equals("PLANNED")) {
                            assertThat(held).isNotNegative();
                            assertThat(atStart).isEqualTo(step.slack() + held);
                        }
                    }
                });
    }

    @Test
    void nothingBeginsBeforeWhatComesBeforeItHasEnded() {
        everywhere(
                40,
                (situation, plan) -> {
                    Map<String, Step> steps = byCode(plan);
                    for (Link link : situation.network().links()) {
                        Step before = at(steps, link.from());
                        Step after = at(steps, link.to());
                        if (!after.state().equals("PLANNED")
                                && !(link.relaxed() && Standing.isOpen(after))) {
                            continue;
                        }
                        LocalDate bound =
                                link.relaxed() ? after.earliestFinish() : after.earliestStart();
                        assertThat(bound).isAfterOrEqualTo(before.earliestFinish());
                        if (Standing.isOpen(before)) {
                            LocalDate latest =
                                    link.relaxed() ? after.latestFinish() : after.latestStart();
                            assertThat(latest).isAfterOrEqualTo(before.latestFinish());
                        }
                    }
                });
    }

    @Test
    void theCriticalPathIsAChainOfLeastSlackFromWhatBindsItToAWantedDate() {
        everywhere(
                40,
                (situation, plan) -> {
                    Map<String, Step> steps = byCode(plan);
                    int least = open(plan).stream().mapToInt(Step::slack).min().orElse(0);
                    for (Step step : open(plan)) {
                        assertThat(step.critical()).isEqualTo(step.slack() == least);
                        if (step.critical()) {
                            assertThat(isBegun(situation, step) || before(situation, steps, step))
                                    .as("what comes before %s", step)
                                    .isTrue();
                            assertThat(
                                            isWanted(situation, plan, step)
                                                    || after(situation, steps, step))
                                    .as("what comes after %s", step)
                                    .isTrue();
                        }
                    }
                });
    }

    /** Bound by a day, or by itself, not by another item. */
    private static boolean isBegun(Situation situation, Step step) {
        return !step.state().equals("PLANNED")
                || step.earliestStart().equals(situation.notBefore());
    }

    private static boolean before(Situation situation, Map<String, Step> steps, Step step) {
        return situation.network().links().stream()
                .filter(link -> link.to().equals(step.itemCode()))
                .anyMatch(
                        link -> {
                            Step other = at(steps, link.from());
                            LocalDate at =
                                    link.relaxed() ? step.earliestFinish() : step.earliestStart();
                            return other.earliestFinish().equals(at)
                                    && (other.critical() || !Standing.isOpen(other));
                        });
    }

    private static boolean isWanted(Situation situation, Plan plan, Step step) {
        Courses courses = situation.courses();
        LocalDate ofStage =
                situation.network().nodes().stream()
                        .filter(node -> node.code().equals(step.itemCode()))
                        .map(node -> courses.wanted(node.stage()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        LocalDate target = courses.target() == null ? plan.finish() : courses.target();
        return isLast(situation, step, target)
                || ofStage != null && isLast(situation, step, ofStage);
    }

    private static boolean isLast(Situation situation, Step step, LocalDate wanted) {
        LocalDate day = step.latestFinish();
        return !wanted.isBefore(day) && situation.calendar().between(day, wanted) == 0;
    }

    private static boolean after(Situation situation, Map<String, Step> steps, Step step) {
        return situation.network().links().stream()
                .filter(link -> link.from().equals(step.itemCode()))
                .anyMatch(
                        link -> {
                            Step other = at(steps, link.to());
                            LocalDate at =
                                    link.relaxed() ? other.latestFinish() : other.latestStart();
                            return other.critical() && step.latestFinish().equals(at);
                        });
    }

    @Test
    void noSlackIsNegativeExactlyWhenEveryWantedDateCanBeKept() {
        everywhere(
                8,
                (situation, plan) -> {
                    var paths = new BruteForce(situation);
                    assertThat(open(plan).stream().allMatch(step -> step.slack() >= 0))
                            .isEqualTo(paths.keeps("", 0, false, 0));
                });
    }

    @Test
    void thePlanDrawnAgainFromTheSameFactsSaysTheSameInWhateverOrderTheyAreGiven() {
        everywhere(
                40,
                (situation, plan) -> {
                    List<Link> links = new ArrayList<>(situation.network().links());
                    Collections.shuffle(links, new Random(links.size()));
                    Plan again = situation.plan();
                    Plan other =
                            situation.with(new Network(situation.network().nodes(), links)).plan();
                    assertThat(again.saysTheSameAs(plan)).isTrue();
                    assertThat(again.stepsUnlike(plan)).isEmpty();
                    assertThat(other.steps()).isEqualTo(plan.steps());
                });
    }

    @Test
    void everyPlannedDateIsAWorkingDay() {
        everywhere(
                40,
                (situation, plan) -> {
                    for (Step step : open(plan)) {
                        assertThat(
                                        List.of(
                                                step.earliestFinish(),
                                                step.latestStart(),
                                                step.latestFinish()))
                                .allMatch(situation.calendar()::isWorkingDay);
                    }
                });
    }

    @Test
    void causesAreTheFewestItemsThatAloneCannotKeepTheDateAndCanWithoutAnyLinkOfTheirs() {
        everywhere(
                12,
                (situation, plan) -> {
                    var paths = new BruteForce(situation);
                    for (Conflict conflict : conflicts(situation, plan)) {
                        assertThat(situation.calendar().onOrAfter(conflict.earliest()))
                                .isEqualTo(paths.last(conflict.stage()));
                        assertThat(keeps(situation, conflict, links -> true)).isFalse();
                        List<Link> chain = chain(situation, conflict);
                        assertThat(chain).hasSize(conflict.causes().size() - 1);
                        for (Link one : chain) {
                            if (situation.progress().containsKey(one.to())) {
                                // it may be promised for the very day on which the other ends
                                continue;
                            }
                            assertThat(keeps(situation, conflict, it -> !it.equals(one)))
                                    .as("without %s", one)
                                    .isTrue();
                        }
                    }
                });
    }

    @Test
    void aDateConflictsExactlyWhenItCannotBeKeptAndNoMoreWithTheEarliestDaysInstead() {
        everywhere(
                12,
                (situation, plan) -> {
                    List<Conflict> conflicts = conflicts(situation, plan);
                    var paths = new BruteForce(situation);
                    boolean kept =
                            paths.isKept(null) && Stream.of(Stage.values()).allMatch(paths::isKept);
                    assertThat(conflicts.isEmpty()).isEqualTo(kept);
                    Courses courses = situation.courses();
                    for (Conflict conflict : conflicts) {
                        courses = wanting(courses, conflict.stage(), conflict.earliest());
                    }
                    Situation mended = situation.with(courses);
                    assertThat(conflicts(mended, mended.plan())).isEmpty();
                });
    }

    private static Courses wanting(Courses courses, @Nullable Stage stage, LocalDate day) {
        Map<Stage, LocalDate> stages = new HashMap<>(courses.stageTargets());
        if (stage != null) {
            stages.put(stage, day);
        }
        return new Courses(
                courses.start(),
                stage == null ? day : courses.target(),
                stages,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false);
    }

    /** Whether the items of a conflict keep its date, with those of their links alone. */
    private static boolean keeps(Situation situation, Conflict conflict, Predicate<Link> links) {
        List<String> codes = conflict.causes().stream().map(Conflict.Cause::itemCode).toList();
        Network alone =
                new Network(
                        situation.network().nodes().stream()
                                .filter(node -> codes.contains(node.code()))
                                .toList(),
                        chain(situation, conflict).stream().filter(links).toList());
        return new BruteForce(situation.with(alone)).isKept(conflict.stage());
    }

    private static List<Link> chain(Situation situation, Conflict conflict) {
        List<Conflict.Cause> causes = conflict.causes();
        List<Link> chain = new ArrayList<>();
        for (int i = 1; i < causes.size(); i++) {
            String from = causes.get(i - 1).itemCode();
            String to = causes.get(i).itemCode();
            situation.network().links().stream()
                    .filter(link -> link.from().equals(from) && link.to().equals(to))
                    .forEach(chain::add);
        }
        return chain;
    }

    private static List<Conflict> conflicts(Situation situation, Plan plan) {
        Map<String, Stage> stages = new HashMap<>();
        situation
                .network()
                .nodes()
                .forEach(node -> stages.put(node.code(), Objects.requireNonNull(node.stage())));
        return Conflicts.of(plan, situation.courses(), stages::get, situation.calendar());
    }

    private static List<Step> open(Plan plan) {
        return plan.steps().stream().filter(Standing::isOpen).toList();
    }

    private static Map<String, Step> byCode(Plan plan) {
        Map<String, Step> steps = new HashMap<>();
        plan.steps().forEach(step -> steps.put(step.itemCode(), step));
        return steps;
    }

    private static Step at(Map<String, Step> steps, String code) {
        return Objects.requireNonNull(steps.get(code));
    }

    /** Working days from one date to the other, below zero when it comes before. */
    private static int days(Situation situation, LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -situation.calendar().between(to, from)
                : situation.calendar().between(from, to);
    }
}

package org.xiangmuzhang.steward.domain.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class AdviceTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    /** What a set of courses comes to. */
    private record Point(LocalDate finish, int obligations, int courses) {
        boolean beats(Point other) {
            return !finish.isAfter(other.finish)
                    && obligations <= other.obligations
                    && (finish.isBefore(other.finish)
                            || obligations < other.obligations
                            || courses < other.courses);
        }
    }

    /** A hundred seeds each, against every subset. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 300, 400, 500})
    void theFrontIsThatOfAllSubsets(int first) {
        int wide = 0;
        for (long seed = first; seed < first + 100; seed++) {
            Situation situation = new RandomSituations(seed).next();
            List<Course> courses = Available.to(situation);
            if (courses.size() > 9) {
                continue;
            }
            Search.Front front =
                    Search.front(
                            courses,
                            set -> situation.plan(withSettled(situation, set)),
                            Integer.MAX_VALUE);

            assertThat(front.complete()).isTrue();
            assertThat(front.found().stream().map(AdviceTests::point).toList())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(best(situation, courses));
            assertThat(front.found())
                    .isSortedAccordingTo(
                            java.util.Comparator.comparing(found -> found.plan().finish()));
            wide += front.found().size() > 1 ? 1 : 0;
        }
        assertThat(wide).isGreaterThan(10);
    }

    private static Point point(Search.Found found) {
        return new Point(found.plan().finish(), found.obligations(), found.courses().size());
    }

    private static Set<Point> best(Situation situation, List<Course> courses) {
        List<Point> all = new ArrayList<>();
        for (int set = 0; set < 1 << courses.size(); set++) {
            int chosen = set;
            Set<Course> taken =
                    IntStream.range(0, courses.size())
                            .filter(i -> (chosen >> i & 1) == 1)
                            .mapToObj(courses::get)
                            .collect(Collectors.toCollection(TreeSet::new));
            Plan plan = plan(situation, taken);
            if (plan != null) {
                int obligations = taken.stream().mapToInt(Course::obligations).sum();
                all.add(new Point(plan.finish(), obligations, taken.size()));
            }
        }
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> other.beats(one)))
                .collect(Collectors.toSet());
    }

    private static Set<Course> withSettled(Situation situation, Set<Course> taken) {
        Set<Course> all = new TreeSet<>(Available.settled(situation));
        all.addAll(taken);
        return all;
    }

    private static @Nullable Plan plan(Situation situation, Set<Course> taken) {
        try {
            return situation.plan(withSettled(situation, taken));
        } catch (Refusal round) {
            return null;
        }
    }

    @Test
    void theBoundOfLawAndMaterialIsNeverLaterThanAnyAdvice() {
        int tight = 0;
        for (long seed = 0; seed < 200; seed++) {
            Situation situation = new RandomSituations(seed).next();
            Advice advice = Advice.on(situation, Advice.MOST);
            LocalDate bound = Bound.of(situation).finish();

            assertThat(advice.options())
                    .as("seed %d", seed)
                    .allSatisfy(one -> assertThat(one.plan().finish()).isAfterOrEqualTo(bound));
            tight += advice.options().getFirst().plan().finish().equals(bound) ? 1 : 0;
        }
        assertThat(tight).isBetween(20, 199);
    }

    @Test
    void theSameProjectGetsTheSameAdvice() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(Advice.on(new RandomSituations(seed).next(), Advice.MOST))
                    .isEqualTo(Advice.on(new RandomSituations(seed).next(), Advice.MOST));
        }
    }

    @Test
    void eachCourseSaysWhatItDoesAloneAndWithinTheCombination() {
        // two ways of ten days to D: one hangs on the habit before B, the other on simulating C
        Situation situation =
                situation(
                        Map.of("A", 5, "B", 5, "R", 5, "C", 5, "D", 1),
                        List.of(),
                        Map.of(),
                        order("A", "B", Kind.PRACTICAL, Relaxation.SKIP),
                        order("R", "C", Kind.LEGAL, Relaxation.MOCK),
                        order("B", "D", Kind.LEGAL, Relaxation.NONE),
                        order("C", "D", Kind.LEGAL, Relaxation.NONE));
        Advice advice = Advice.on(situation, Advice.MOST);

        assertThat(advice.options())
                .extracting(Advice.Option::saved, Advice.Option::obligations)
                .containsExactly(tuple(5, 1), tuple(0, 0));
        assertThat(advice.options().getFirst().courses())
                .containsExactly(
                        new Advice.Effect(Course.PARALLEL, 0, 5, false),
                        new Advice.Effect(new Course(Course.Kind.SIMULATED, "C"), 0, 5, false));
        assertThat(advice.open())
                .containsExactly(
                        new Advice.Effect(Course.PARALLEL, 0, null, false),
                        new Advice.Effect(new Course(Course.Kind.SIMULATED, "C"), 0, null, false));
        assertThat(Available.grounds(situation, Course.PARALLEL))
                .extracting(Dependency::id)
                .containsExactly("AB");
    }

    @Test
    void nothingIsAdvisedForWhatHasBegunAndAMergerUnderWayStays() {
        Situation open =
                situation(
                        Map.of("A", 5, "B", 5, "C", 5),
                        List.of(new MergedItem("AB", List.of("A", "B"))),
                        Map.of(),
                        order("A", "B", Kind.LEGAL, Relaxation.MERGE),
                        order("B", "C", Kind.LEGAL, Relaxation.MOCK));
        assertThat(Available.to(open))
                .containsExactly(
                        new Course(Course.Kind.MERGED, "AB"),
                        new Course(Course.Kind.SIMULATED, "C"));

        Situation begun =
                new Situation(
                        open.type(),
                        open.merged(),
                        open.items(),
                        Map.of("A", Progress.running(DAY, DAY.plusDays(3))),
                        open.chosen(),
                        DAY,
                        open.calendar());
        assertThat(Available.to(begun)).containsExactly(new Course(Course.Kind.SIMULATED, "C"));

        Situation merging =
                new Situation(
                        open.type(),
                        open.merged(),
                        open.items(),
                        Map.of("AB", Progress.running(DAY, DAY.plusDays(3))),
                        new Courses(DAY, null, Set.of(), Set.of(), Set.of("AB"), Set.of(), false),
                        DAY,
                        open.calendar());
        assertThat(Available.to(merging)).doesNotContain(new Course(Course.Kind.MERGED, "AB"));
        assertThat(Advice.on(merging, Advice.MOST).options())
                .allSatisfy(
                        option ->
                                assertThat(option.courses())
                                        .contains(
                                                new Advice.Effect(
                                                        new Course(Course.Kind.MERGED, "AB"),
                                                        0,
                                                        0,
                                                        true)));
    }

    @Test
    void aSearchThatEndsAtItsBoundSaysSo() {
        Situation situation = wide();

        assertThat(Advice.on(situation, 3))
                .satisfies(advice -> assertThat(advice.complete()).isFalse())
                .satisfies(advice -> assertThat(advice.drawn()).isEqualTo(3))
                .satisfies(advice -> assertThat(advice.options()).isNotEmpty());
        assertThat(Advice.on(situation, Advice.MOST).complete()).isTrue();
    }

    /** Items under way keep what relaxes their orders, whatever else is advised. */
    @Test
    void whatIsUnderWayKeepsItsCourseInEveryCombination() {
        int kept = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Situation situation = new RandomSituations(seed).next();
            Advice advice = Advice.on(situation, Advice.MOST);
            Set<Edge> held = heldUnderWay(situation, advice.present());

            List<Plan> drawn = new ArrayList<>();
            Stream.ofNullable(advice.plain()).forEach(drawn::add);
            advice.options().stream()
                    .filter(option -> option.courses().stream().noneMatch(AdviceTests::isMerger))
                    .forEach(option -> drawn.add(option.plan()));
            assertThat(drawn)
                    .as("seed %d", seed)
                    .allSatisfy(
                            plan ->
                                    assertThat(heldUnderWay(situation, plan))
                                            .containsExactlyInAnyOrderElementsOf(held));
            kept += Available.settled(situation).isEmpty() || held.isEmpty() ? 0 : 1;
        }
        assertThat(kept).isGreaterThan(10);
    }

    private static boolean isMerger(Advice.Effect effect) {
        return effect.course().kind() == Course.Kind.MERGED;
    }

    private static Set<Edge> heldUnderWay(Situation situation, Plan plan) {
        return plan.edges().stream()
                .filter(Edge::relaxed)
                .filter(edge -> situation.hasBegun(edge.to()) && !situation.isDone(edge.to()))
                .collect(Collectors.toSet());
    }

    @Test
    void whatOwesOrIsSimulatedUnderWaySavesNothingByLosingItsCourse() {
        Situation owing =
                situation(
                        Map.of("A", 10, "B", 2),
                        List.of(),
                        Map.of("B", Progress.running(DAY, DAY.plusDays(1))),
                        order("A", "B", Kind.MATERIAL, Relaxation.DEFER));
        Situation begun = chosen(owing, Set.of(), Set.of("B"));

        assertThat(Available.settled(begun)).containsExactly(new Course(Course.Kind.OWED, "B"));
        Advice advice = Advice.on(begun, Advice.MOST);
        assertThat(advice.plain()).isEqualTo(advice.present());
        assertThat(advice.options())
                .extracting(Advice.Option::saved, Advice.Option::obligations)
                .containsExactly(tuple(0, 1));
        assertThat(end(advice.options().getFirst().plan(), "B"))
                .isEqualTo(end(advice.present(), "A"));

        Situation paused =
                chosen(
                        situation(
                                Map.of("A", 10, "B", 2),
                                List.of(),
                                Map.of("B", Progress.paused(DAY, DAY.plusDays(1))),
                                order("A", "B", Kind.LEGAL, Relaxation.MOCK)),
                        Set.of("B"),
                        Set.of());
        assertThat(Advice.on(paused, Advice.MOST).options().getFirst().plan().edges())
                .isEqualTo(paused.plan(paused.taken()).edges())
                .allMatch(Edge::relaxed);
    }

    @Test
    void anOrderThatOnlyParallelReviewKeepsFromGoingRoundIsAdvised() {
        Situation open =
                situation(
                        Map.of("A", 5, "B", 5, "C", 5),
                        List.of(new MergedItem("AC", List.of("A", "C"))),
                        Map.of("AC", Progress.running(DAY, DAY.plusDays(3))),
                        order("A", "B", Kind.PRACTICAL, Relaxation.SKIP),
                        order("B", "C", Kind.LEGAL, Relaxation.NONE));
        Situation merging =
                new Situation(
                        open.type(),
                        open.merged(),
                        open.items(),
                        open.progress(),
                        new Courses(DAY, null, Set.of(), Set.of(), Set.of("AC"), Set.of(), true),
                        DAY,
                        open.calendar());
        Advice advice = Advice.on(merging, Advice.MOST);

        assertThat(advice.plain()).isNull();
        assertThat(advice.present().finish()).isEqualTo("2026-11-09");
    }

    private static Situation chosen(Situation of, Set<String> simulated, Set<String> owed) {
        return new Situation(
                of.type(),
                of.merged(),
                of.items(),
                of.progress(),
                new Courses(DAY, null, Set.of(), simulated, Set.of(), owed, false),
                DAY,
                of.calendar());
    }

    private static LocalDate end(Plan plan, String item) {
        return Objects.requireNonNull(WhatIf.find(plan, item)).earliestFinish();
    }

    /** Eleven items one after another, each of which may be simulated. */
    private static Situation wide() {
        return situation(
                IntStream.range(0, 11).boxed().collect(Collectors.toMap(i -> "I" + i, i -> 3)),
                List.of(),
                Map.of(),
                IntStream.range(1, 11)
                        .mapToObj(i -> order("I" + (i - 1), "I" + i, Kind.LEGAL, Relaxation.MOCK))
                        .toArray(Dependency[]::new));
    }

    static Situation situation(
            Map<String, Integer> days,
            List<MergedItem> merged,
            Map<String, Progress> progress,
            Dependency... orders) {
        Map<String, Item> items =
                Stream.concat(
                                days.entrySet().stream()
                                        .map(
                                                it ->
                                                        RandomSituations.item(
                                                                it.getKey(),
                                                                it.getValue(),
                                                                true,
                                                                true)),
                                merged.stream()
                                        .map(it -> RandomSituations.item(it.code(), 1, true, true)))
                        .collect(Collectors.toMap(Item::code, Function.identity()));
        return new Situation(
                RandomSituations.type(
                        days.keySet().stream()
                                .sorted()
                                .map(
                                        code ->
                                                new ProjectType.Need(
                                                        Objects.requireNonNull(items.get(code)),
                                                        true))
                                .toList(),
                        List.of(orders)),
                merged,
                code -> Optional.ofNullable(items.get(code)),
                progress,
                new Courses(DAY, null, Set.of(), Set.of(), Set.of(), Set.of(), false),
                DAY,
                new WorkingDays("plain", Map.of(), Set.of()));
    }

    static Dependency order(String from, String to, Kind kind, Relaxation relaxation) {
        return new Dependency(from + to, from, to, kind, relaxation, "always");
    }
}

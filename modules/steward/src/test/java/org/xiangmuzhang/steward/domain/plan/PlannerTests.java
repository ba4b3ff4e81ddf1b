package org.xiangmuzhang.steward.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;
import org.xiangmuzhang.steward.domain.plan.Network.Part;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

class PlannerTests {

    /** National Day 2026: off from 1 to 7 October, made up on 20 September and 10 October. */
    private static final WorkingDays AUTUMN =
            new WorkingDays(
                    "autumn",
                    Map.of(
                            LocalDate.of(2026, 9, 20), true,
                            LocalDate.of(2026, 9, 25), false,
                            LocalDate.of(2026, 10, 1), false,
                            LocalDate.of(2026, 10, 2), false,
                            LocalDate.of(2026, 10, 5), false,
                            LocalDate.of(2026, 10, 6), false,
                            LocalDate.of(2026, 10, 7), false,
                            LocalDate.of(2026, 10, 10), true),
                    Set.of(java.time.Year.of(2026)));

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void countsMakeUpWorkdaysAndPassesOverHolidays() {
        Plan plan =
                draw(
                        List.of(Node.toDo("A", "1", 1), Node.toDo("B", "1", 20)),
                        List.of(link("A", "B")),
                        LocalDate.of(2026, 9, 18),
                        null,
                        Map.of());

        assertThat(step(plan, "A").earliestFinish()).isEqualTo(LocalDate.of(2026, 9, 20));
        assertThat(step(plan, "B").earliestStart()).isEqualTo(LocalDate.of(2026, 9, 20));
        assertThat(step(plan, "B").earliestFinish())
                .isEqualTo(AUTUMN.plus(LocalDate.of(2026, 9, 20), 20));
    }

    @Test
    void planBegunOnADayOffBeginsOnTheNextWorkingDay() {
        Plan plan =
                draw(
                        List.of(Node.toDo("A", "1", 0)),
                        List.of(),
                        LocalDate.of(2026, 10, 3),
                        null,
                        Map.of());

        assertThat(plan.from()).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(step(plan, "A").earliestFinish()).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void zeroDayItemsAddNoDay() {
        Plan plan =
                draw(
                        List.of(
                                Node.toDo("A", "1", 0),
                                Node.toDo("B", "1", 3),
                                Node.toDo("C", "1", 0)),
                        List.of(link("A", "B"), link("B", "C")),
                        MONDAY,
                        null,
                        Map.of());

        assertThat(step(plan, "A").earliestFinish()).isEqualTo(MONDAY);
        assertThat(plan.finish()).isEqualTo(LocalDate.of(2026, 9, 17));
        assertThat(step(plan, "C").earliestStart()).isEqualTo(plan.finish());
        assertThat(plan.steps()).allMatch(Step::critical);
    }

    @Test
    void targetTooEarlyGivesNegativeSlackOnTheCriticalPath() {
        Plan plan =
                draw(
                        List.of(
                                Node.toDo("A", "1", 5),
                                Node.toDo("B", "1", 2),
                                Node.toDo("C", "1", 1)),
                        List.of(link("A", "C"), link("B", "C")),
                        MONDAY,
                        LocalDate.of(2026, 9, 18),
                        Map.of());

        assertThat(step(plan, "A").slack()).isEqualTo(-2);
        assertThat(step(plan, "A").critical()).isTrue();
        assertThat(step(plan, "B").slack()).isEqualTo(1);
        assertThat(step(plan, "B").critical()).isFalse();
        assertThat(step(plan, "C").latestFinish()).isEqualTo(LocalDate.of(2026, 9, 18));
    }

    @Test
    void simulatedReviewRunsBeforeItsConditionAndItsFormalResultWaits() {
        List<Node> nodes = List.of(Node.toDo("LAND", "1", 20), Node.toDo("PERMIT", "1", 5));
        Plan strict = draw(nodes, List.of(link("LAND", "PERMIT")), MONDAY, null, Map.of());
        Plan simulated =
                draw(
                        nodes,
                        List.of(new Link("LAND", "PERMIT", "MATERIAL", true)),
                        MONDAY,
                        null,
                        Map.of());

        Step land = step(simulated, "LAND");
        Step permit = step(simulated, "PERMIT");
        assertThat(permit.earliestStart()).isEqualTo(MONDAY);
        assertThat(permit.earliestFinish()).isEqualTo(land.earliestFinish());
        assertThat(permit.critical()).isTrue();
        assertThat(simulated.finish()).isBefore(strict.finish());
        assertThat(simulated.edges()).allMatch(edge -> edge.relaxed());
    }

    @Test
    void whatIsDoneKeepsItsDatesAndMovesWhatFollows() {
        List<Node> nodes = List.of(Node.toDo("A", "1", 10), Node.toDo("B", "1", 5));
        LocalDate wednesday = LocalDate.of(2026, 9, 16);
        Plan plan =
                draw(
                        nodes,
                        List.of(link("A", "B")),
                        MONDAY,
                        null,
                        Map.of("A", Progress.decided(MONDAY, wednesday)));

        assertThat(step(plan, "A").actualFinish()).isEqualTo(wednesday);
        assertThat(step(plan, "A").critical()).isFalse();
        assertThat(step(plan, "B").earliestStart()).isEqualTo(wednesday);
        assertThat(plan.finish()).isEqualTo(LocalDate.of(2026, 9, 22));
    }

    @Test
    void whatRunsEndsWhenPromisedAndNeverBeforeToday() {
        List<Node> nodes = List.of(Node.toDo("A", "1", 2), Node.toDo("B", "1", 1));
        List<Link> links = List.of(link("A", "B"));
        Map<String, Progress> facts =
                Map.of("A", Progress.running(MONDAY, LocalDate.of(2026, 9, 16)));
        Plan onTime = draw(nodes, links, MONDAY, null, facts);
        Plan late =
                Planner.draw(
                        new Network(nodes, links),
                        "1",
                        courses(MONDAY, null),
                        facts,
                        LocalDate.of(2026, 9, 21),
                        AUTUMN);

        assertThat(step(onTime, "A").earliestFinish()).isEqualTo(LocalDate.of(2026, 9, 16));
        assertThat(step(late, "A").earliestFinish()).isEqualTo(LocalDate.of(2026, 9, 21));
        assertThat(step(late, "B").earliestStart()).isEqualTo(LocalDate.of(2026, 9, 21));
    }

    @Test
    void replacedItemsStandWhereTheMergedOneStands() {
        Plan plan =
                draw(
                        List.of(
                                Node.toDo("MERGED", "1", 1),
                                new Node("OLD", "1", 0, Part.REPLACED, "MERGED"),
                                new Node("UNUSED", "1", 0, Part.DROPPED, null)),
                        List.of(),
                        MONDAY,
                        null,
                        Map.of("MERGED", Progress.done(MONDAY)));

        assertThat(step(plan, "OLD").state()).isEqualTo("REPLACED");
        assertThat(step(plan, "OLD").replacedBy()).isEqualTo("MERGED");
        assertThat(step(plan, "OLD").actualFinish()).isEqualTo(MONDAY);
        assertThat(step(plan, "UNUSED").state()).isEqualTo("DROPPED");
        assertThat(plan.finish()).isEqualTo(MONDAY);
    }

    @Test
    void refusesAnOrderThatGoesRound() {
        assertThatThrownBy(
                        () ->
                                draw(
                                        List.of(Node.toDo("A", "1", 1), Node.toDo("B", "1", 1)),
                                        List.of(link("A", "B"), link("B", "A")),
                                        MONDAY,
                                        null,
                                        Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.rule()).isEqualTo("plan-goes-round"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithFollowingEveryPath(long seed) {
        var drawn = new RandomNetworks(seed);
        Network network = drawn.network(8, true);
        WorkingDays calendar = drawn.calendar();
        LocalDate from = calendar.onOrAfter(drawn.day());
        var paths = new BruteForce(network);
        int spare = drawn.below(20) - 5;
        LocalDate target = calendar.plus(from, Math.max(0, paths.length() + spare));
        int end = calendar.between(from, target);
        Plan plan = Planner.draw(network, "1", courses(from, target), Map.of(), from, calendar);

        for (Step step : plan.steps()) {
            String code = step.itemCode();
            int finish = paths.earliestFinish(code);
            assertThat(step.earliestStart())
                    .isEqualTo(calendar.plus(from, paths.earliestStart(code)));
            assertThat(step.earliestFinish()).isEqualTo(calendar.plus(from, finish));
            assertThat(step.slack()).isEqualTo(end - finish - paths.tail(code));
        }
        assertThat(plan.finish()).isEqualTo(calendar.plus(from, paths.length()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingBeginsBeforeWhatComesBeforeItHasEnded(long seed) {
        var drawn = new RandomNetworks(seed);
        Network network = drawn.network(40, true);
        Plan plan = anyPlan(drawn, network);

        for (Link link : network.links()) {
            Step before = step(plan, link.from());
            Step after = step(plan, link.to());
            LocalDate bound = link.relaxed() ? after.earliestFinish() : after.earliestStart();
            assertThat(bound).isAfterOrEqualTo(before.earliestFinish());
            LocalDate latest = link.relaxed() ? after.latestFinish() : after.latestStart();
            assertThat(latest).isAfterOrEqualTo(before.latestFinish());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void slackIsNotNegativeExactlyWhenTheTargetCanBeMet(long seed) {
        var drawn = new RandomNetworks(seed);
        Plan plan = anyPlan(drawn, drawn.network(40, true));
        LocalDate target = plan.target();
        boolean feasible = target == null || !plan.finish().isAfter(target);

        assertThat(plan.steps().stream().allMatch(step -> step.slack() >= 0)).isEqualTo(feasible);
        if (feasible) {
            assertThat(plan.steps())
                    .allSatisfy(
                            step -> {
                                assertThat(step.latestStart())
                                        .isAfterOrEqualTo(step.earliestStart());
                                assertThat(step.latestFinish())
                                        .isAfterOrEqualTo(step.earliestFinish());
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void criticalPathLeadsFromTheStartToTheEnd(long seed) {
        var drawn = new RandomNetworks(seed);
        Network network = drawn.network(40, true);
        Plan plan = anyPlan(drawn, network);
        int least = plan.steps().stream().mapToInt(Step::slack).min().orElseThrow();

        assertThat(plan.steps()).allMatch(step -> step.critical() == (step.slack() == least));
        Step at =
                plan.steps().stream()
                        .filter(Step::critical)
                        .filter(step -> step.earliestFinish().equals(plan.finish()))
                        .findFirst()
                        .orElseThrow();
        List<String> path = new ArrayList<>(List.of(at.itemCode()));
        for (Step before = tightBefore(plan, network, at); before != null; ) {
            path.add(before.itemCode());
            at = before;
            before = tightBefore(plan, network, at);
        }
        assertThat(at.earliestStart()).as("path %s", path).isEqualTo(plan.from());
    }

    private static @Nullable Step tightBefore(Plan plan, Network network, Step at) {
        if (at.earliestStart().equals(plan.from())
                && network.links().stream()
                        .noneMatch(l -> l.to().equals(at.itemCode()) && l.relaxed())) {
            return null;
        }
        return network.links().stream()
                .filter(link -> link.to().equals(at.itemCode()))
                .filter(
                        link ->
                                step(plan, link.from())
                                        .earliestFinish()
                                        .equals(
                                                link.relaxed()
                                                        ? at.earliestFinish()
                                                        : at.earliestStart()))
                .map(link -> step(plan, link.from()))
                .filter(Step::critical)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void slackIsTheSameWhenTheNetworkIsScheduledFromItsOtherEnd(long seed) {
        var drawn = new RandomNetworks(seed);
        Network network = drawn.network(40, false);
        List<Link> turned =
                network.links().stream()
                        .map(link -> new Link(link.to(), link.from(), link.kind(), false))
                        .toList();
        WorkingDays calendar = drawn.calendar();
        LocalDate from = calendar.onOrAfter(drawn.day());
        LocalDate target = calendar.plus(from, drawn.below(120));
        Plan there = Planner.draw(network, "1", courses(from, target), Map.of(), from, calendar);
        Plan back =
                Planner.draw(
                        new Network(network.nodes(), turned),
                        "1",
                        courses(from, target),
                        Map.of(),
                        from,
                        calendar);

        assertThat(back.finish()).isEqualTo(there.finish());
        for (Step step : there.steps()) {
            assertThat(step(back, step.itemCode()).slack()).isEqualTo(step.slack());
            assertThat(step(back, step.itemCode()).critical()).isEqualTo(step.critical());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameInputGivesTheSamePlanInWhateverOrderItsLinksAreGiven(long seed) {
        var drawn = new RandomNetworks(seed);
        Network network = drawn.network(40, true);
        WorkingDays calendar = drawn.calendar();
        LocalDate from = drawn.day();
        List<Link> shuffled = new ArrayList<>(network.links());
        Collections.shuffle(shuffled, new Random(seed));
        Plan one = Planner.draw(network, "1", courses(from, null), Map.of(), from, calendar);
        Plan two = Planner.draw(network, "1", courses(from, null), Map.of(), from, calendar);
        Plan other =
                Planner.draw(
                        new Network(network.nodes(), shuffled),
                        "1",
                        courses(from, null),
                        Map.of(),
                        from,
                        calendar);

        assertThat(two).isEqualTo(one);
        assertThat(other.steps()).isEqualTo(one.steps());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlannedDateIsAWorkingDay(long seed) {
        var drawn = new RandomNetworks(seed);
        Network network = drawn.network(20, true);
        WorkingDays calendar = drawn.calendar();
        LocalDate from = drawn.day();
        LocalDate target = from.plusDays(drawn.below(90));
        Plan plan = Planner.draw(network, "1", courses(from, target), Map.of(), from, calendar);

        for (Step step : plan.steps()) {
            assertThat(
                            List.of(
                                    step.earliestStart(),
                                    step.earliestFinish(),
                                    step.latestStart(),
                                    step.latestFinish()))
                    .allMatch(calendar::isWorkingDay);
        }
    }

    private static Plan anyPlan(RandomNetworks drawn, Network network) {
        WorkingDays calendar = drawn.calendar();
        LocalDate from = drawn.day();
        LocalDate target = drawn.below(5) == 0 ? null : from.plusDays(drawn.below(150));
        return Planner.draw(network, "1", courses(from, target), Map.of(), from, calendar);
    }

    private static Plan draw(
            List<Node> nodes,
            List<Link> links,
            LocalDate from,
            @Nullable LocalDate target,
            Map<String, Progress> progress) {
        return Planner.draw(
                new Network(nodes, links), "1", courses(from, target), progress, from, AUTUMN);
    }

    private static Courses courses(LocalDate from, @Nullable LocalDate target) {
        return new Courses(from, target, Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    private static Link link(String from, String to) {
        return new Link(from, to, "LEGAL", false);
    }

    private static Step step(Plan plan, String code) {
        return plan.steps().stream()
                .filter(step -> step.itemCode().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

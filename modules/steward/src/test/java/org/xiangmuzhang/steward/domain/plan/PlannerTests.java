package org.xiangmuzhang.steward.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;
import org.xiangmuzhang.steward.domain.plan.Network.Part;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    void planOfNoItemsIsOverWhenItBegins() {
        Plan plan = draw(List.of(), List.of(), MONDAY, LocalDate.of(2026, 9, 18), Map.of());

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.finish()).isEqualTo(MONDAY);
        assertThat(plan.isOver()).isTrue();
        assertThat(
                        Conflicts.of(
                                plan,
                                courses(MONDAY, LocalDate.of(2026, 9, 18)),
                                code -> null,
                                AUTUMN))
                .isEmpty();
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
                        Refusal.class,
                        it -> {
                            assertThat(it.rule()).isEqualTo("plan-goes-round");
                            assertThat(it.arguments()).containsExactly("A → B → A");
                        });
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

package org.xiangmuzhang.steward.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.plan.Movement.Why;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class MovementsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void whatRunsAndIsPromisedAnewMovedBecauseThatHappened() {
        List<Movement> moved =
                Movements.between(
                        plan("a", List.of(), step("B", "RUNNING", 0, 5)),
                        plan("b", List.of(), step("B", "RUNNING", 0, 9)));

        assertThat(moved).extracting(Movement::why).containsExactly(Why.HAPPENED);
    }

    @Test
    void whatRunsIsMovedByRelaxedOrdersOnly() {
        assertThat(afterA("RUNNING", false))
                .extracting(Movement::itemCode, Movement::why, Movement::by)
                .contains(tuple("B", Why.HAPPENED, null));
        assertThat(afterA("RUNNING", true))
                .extracting(Movement::itemCode, Movement::why, Movement::by)
                .contains(tuple("B", Why.BEFORE, "A"));
        assertThat(afterA("PLANNED", true))
                .extracting(Movement::itemCode, Movement::why, Movement::by)
                .contains(tuple("B", Why.BEFORE, "A"));
    }

    /** A ends later, and B, which begins when A ended at first and ends with it, does too. */
    private static List<Movement> afterA(String state, boolean relaxed) {
        List<Edge> edges = List.of(new Edge("A", "B", "LEGAL", relaxed));
        int start = relaxed ? 0 : 3;
        return Movements.between(
                plan(
                        "a",
                        edges,
                        step("A", "RUNNING", 0, 3),
                        step("B", state, start, relaxed ? 3 : 5)),
                plan("a", edges, step("A", "RUNNING", 0, 7), step("B", state, start, 7)));
    }

    private static Step step(String code, String state, int from, int to) {
        LocalDate start = MONDAY.plusDays(from);
        LocalDate finish = MONDAY.plusDays(to);
        return new Step(
                code,
                "1",
                state,
                5,
                start,
                finish,
                start,
                finish,
                0,
                false,
                state.equals("PLANNED") ? null : start,
                null,
                null);
    }

    private static PlanDrawn plan(String calendar, List<Edge> edges, Step... steps) {
        return new PlanDrawn(
                new UUID(0, 1),
                new Region("140500"),
                1,
                "test",
                null,
                MONDAY,
                MONDAY.plusDays(9),
                null,
                false,
                "1",
                calendar,
                true,
                null,
                List.of(steps),
                edges,
                List.of(),
                MONDAY);
    }
}

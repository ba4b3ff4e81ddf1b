package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;
import org.xiangmuzhang.steward.events.PlanDrawn.Words;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A schedule as it resulted, with the versions of what it was computed from.
 *
 * @param on the day on which it was drawn; null of one that an older version told
 * @param from first working day of the plan
 * @param finish the day on which the last item ends
 * @param provisional reaches into a year whose working calendar is not published
 * @param words what the catalog says of its items
 */
public record Plan(
        @Nullable LocalDate on,
        LocalDate from,
        LocalDate finish,
        @Nullable LocalDate target,
        boolean provisional,
        String typeVersion,
        String calendar,
        List<Step> steps,
        List<Edge> edges,
        List<Words> words) {

    private static final Set<String> OPEN = Set.of("PLANNED", "RUNNING", "PAUSED", "SIMULATED");

    public Plan {
        steps = List.copyOf(steps);
        edges = List.copyOf(edges);
        words = List.copyOf(words);
    }

    /** This plan with the catalog's words. */
    public Plan saying(List<Words> found) {
        return new Plan(
                on, from, finish, target, provisional, typeVersion, calendar, steps, edges, found);
    }

    /** Whether dates, states or order differ, whatever versions they were computed from. */
    public boolean saysTheSameAs(Plan other) {
        return finish.equals(other.finish)
                && java.util.Objects.equals(target, other.target)
                && provisional == other.provisional
                && steps.equals(other.steps)
                && edges.equals(other.edges);
    }

    /** Whether it has the same items in the same places, in the same order of work. */
    public boolean hasThePlacesOf(Plan other) {
        return codes().equals(other.codes()) && edges.equals(other.edges());
    }

    private List<String> codes() {
        return steps.stream().map(Step::itemCode).toList();
    }

    /** Steps that another plan does not have so; without one, all. */
    public List<Step> stepsUnlike(@Nullable Plan other) {
        Set<Step> known = other == null ? Set.of() : Set.copyOf(other.steps);
        return steps.stream().filter(step -> !known.contains(step)).toList();
    }

    /** Whether nothing is left to do, so that no calendar moves it any more. */
    public boolean isOver() {
        return steps.stream().noneMatch(step -> OPEN.contains(step.state()));
    }
}

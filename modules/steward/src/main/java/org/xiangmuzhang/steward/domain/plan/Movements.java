package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.domain.plan.Movement.Why;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What moved between two plans of a project, both told whole, and why. */
public final class Movements {

    private static final Set<String> NOT_TO_DO = Set.of("DROPPED", "REPLACED");

    private final PlanDrawn from;
    private final PlanDrawn to;
    private final Map<String, Step> before;
    private final Map<String, Step> after;

    private Movements(PlanDrawn from, PlanDrawn to) {
        this.from = from;
        this.to = to;
        this.before = byCode(from);
        this.after = byCode(to);
    }

    private static Map<String, Step> byCode(PlanDrawn plan) {
        Map<String, Step> steps = new LinkedHashMap<>();
        plan.steps().forEach(step -> steps.put(step.itemCode(), step));
        return steps;
    }

    /** Items whose dates or states differ, in the order of the later plan; then those it lacks. */
    public static List<Movement> between(PlanDrawn from, PlanDrawn to) {
        var movements = new Movements(from, to);
        List<Movement> found = new ArrayList<>();
        for (Step step : to.steps()) {
            Step was = movements.before.get(step.itemCode());
            if (movements.isMoved(step.itemCode())) {
                found.add(movements.movement(was, step));
            }
        }
        for (Step was : from.steps()) {
            if (!movements.after.containsKey(was.itemCode())) {
                found.add(new Movement(was, null, Why.LEFT_OUT, null));
            }
        }
        return found;
    }

    private boolean isMoved(String code) {
        Step was = before.get(code);
        Step is = after.get(code);
        return was == null
                || is == null
                || !was.state().equals(is.state())
                || !was.earliestStart().equals(is.earliestStart())
                || !was.earliestFinish().equals(is.earliestFinish());
    }

    private Movement movement(@Nullable Step was, Step is) {
        if (was == null || isToDo(is) && !isToDo(was)) {
            return new Movement(was, is, Why.TAKEN_UP, null);
        }
        if (!isToDo(is) && isToDo(was)) {
            return new Movement(was, is, Why.LEFT_OUT, is.replacedBy());
        }
        if (!was.state().equals(is.state())
                || !Objects.equals(was.actualStart(), is.actualStart())
                || !Objects.equals(was.actualFinish(), is.actualFinish())) {
            return new Movement(was, is, Why.HAPPENED, null);
        }
        if (!hasBegun(is) && was.days() != is.days()) {
            return new Movement(was, is, Why.DAYS, null);
        }
        String by = is.replacedBy() != null ? is.replacedBy() : mover(was, is);
        if (by != null) {
            return new Movement(was, is, Why.BEFORE, by);
        }
        return new Movement(was, is, hasBegun(is) ? Why.HAPPENED : byItself(is), null);
    }

    private Why byItself(Step step) {
        if (!before(from, step).equals(before(to, step))) {
            return Why.ORDER;
        }
        return from.calendar().equals(to.calendar()) ? Why.DAY : Why.CALENDAR;
    }

    /**
     * An item before it that moved, and held it back or holds it back now. What has begun is held
     * back by relaxed orders only.
     */
    private @Nullable String mover(Step was, Step is) {
        for (Edge edge : to.edges()) {
            Step earlier = before.get(edge.from());
            Step other = after.get(edge.from());
            boolean isBefore =
                    edge.to().equals(is.itemCode())
                            && isMoved(edge.from())
                            && (edge.relaxed() || !hasBegun(is));
            if (isBefore
                    && (other != null && holds(edge, other, is)
                            || earlier != null && holds(edge, earlier, was))) {
                return edge.from();
            }
        }
        return null;
    }

    private static boolean holds(Edge edge, Step earlier, Step later) {
        return earlier.earliestFinish()
                .equals(edge.relaxed() ? later.earliestFinish() : later.earliestStart());
    }

    private static Set<Edge> before(PlanDrawn plan, Step step) {
        return plan.edges().stream()
                .filter(edge -> edge.to().equals(step.itemCode()))
                .collect(Collectors.toSet());
    }

    private static boolean hasBegun(Step step) {
        return isToDo(step) && !step.state().equals("PLANNED");
    }

    private static boolean isToDo(Step step) {
        return !NOT_TO_DO.contains(step.state());
    }
}

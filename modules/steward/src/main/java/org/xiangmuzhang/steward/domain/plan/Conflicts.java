package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Conflict.Bound;
import org.xiangmuzhang.steward.domain.plan.Conflict.Cause;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why wanted dates cannot be kept by a plan. Lets chains of items grow, one item at a time, each as
 * late as it makes its last item end; the first that ends too late has the fewest items.
 */
public final class Conflicts {

    private static final Set<String> DONE = Set.of("DONE", "ELSEWHERE");
    private static final Set<String> LEFT_OUT = Set.of("REPLACED", "DROPPED");

    private final Plan plan;
    private final Courses courses;
    private final Function<String, @Nullable Stage> stages;
    private final Axis axis;
    private final int notBefore;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, List<Edge>> before = new HashMap<>();

    /** A chain that ends in an item on a day, and how it came to that. */
    private record Chain(Step step, int finish, @Nullable Edge edge, @Nullable Chain rest) {}

    private Conflicts(
            Plan plan,
            Courses courses,
            Function<String, @Nullable Stage> stages,
            WorkingDays calendar) {
        this.plan = plan;
        this.courses = courses;
        this.stages = stages;
        this.axis = new Axis(calendar, plan.from());
        LocalDate drawn = plan.on() == null ? plan.from() : plan.on();
        this.notBefore = Math.max(0, axis.atOrAfter(drawn));
        for (Step step : plan.steps()) {
            if (!LEFT_OUT.contains(step.state())) {
                steps.put(step.itemCode(), step);
            }
        }
        plan.edges().forEach(e -> before.computeIfAbsent(e.to(), c -> new ArrayList<>()).add(e));
    }

    /**
     * One for each wanted date that cannot be kept; empty when all can.
     *
     * @param stages of items by their codes
     * @param calendar by which the plan was drawn
     */
    public static List<Conflict> of(
            Plan plan,
            Courses courses,
            Function<String, @Nullable Stage> stages,
            WorkingDays calendar) {
        var conflicts = new Conflicts(plan, courses, stages, calendar);
        List<Conflict> found = new ArrayList<>();
        conflicts.with(null).ifPresent(found::add);
        for (Stage stage : Stage.values()) {
            conflicts.with(stage).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Conflict> with(@Nullable Stage stage) {
        LocalDate wanted = courses.wanted(stage);
        List<Step> meant = steps.values().stream().filter(step -> isOf(stage, step)).toList();
        if (wanted == null || meant.isEmpty()) {
            return Optional.empty();
        }
        LocalDate earliest =
                meant.stream().map(Conflicts::end).max(LocalDate::compareTo).orElse(wanted);
        int latest = axis.atOrBefore(wanted);
        return meant.stream().allMatch(step -> number(step) <= latest)
                ? Optional.empty()
                : Optional.of(
                        new Conflict(stage, wanted, earliest, causes(shortest(meant, latest))));
    }

    private boolean isOf(@Nullable Stage stage, Step step) {
        return stage == null || stage == stages.apply(step.itemCode());
    }

    private static LocalDate end(Step step) {
        return step.actualFinish() == null ? step.earliestFinish() : step.actualFinish();
    }

    /** What was done on a day off was done by the working day before. */
    private int number(Step step) {
        return DONE.contains(step.state()) ? axis.atOrBefore(end(step)) : axis.atOrAfter(end(step));
    }

    private @Nullable Chain shortest(List<Step> meant, int latest) {
        Map<String, Chain> chains = single();
        Chain tooLate = tooLate(chains, meant, latest);
        while (tooLate == null && !chains.isEmpty()) {
            chains = longer(chains);
            tooLate = tooLate(chains, meant, latest);
        }
        return tooLate;
    }

    /** The one that ends last of those that end too late. */
    private static @Nullable Chain tooLate(
            Map<String, Chain> chains, List<Step> meant, int latest) {
        return meant.stream()
                .flatMap(step -> Stream.ofNullable(chains.get(step.itemCode())))
                .filter(chain -> chain.finish() > latest)
                .max(Comparator.comparingInt(Chain::finish))
                .orElse(null);
    }

    private Map<String, Chain> single() {
        Map<String, Chain> chains = new HashMap<>();
        steps.values().stream().flatMap(s -> alone(s).stream()).forEach(c -> keep(chains, c));
        return chains;
    }

    /** What an item comes to by itself. */
    private Optional<Chain> alone(Step step) {
        if (step.state().equals("PLANNED")) {
            return Optional.of(new Chain(step, notBefore + step.days(), null, null));
        }
        return isHeldBack(step)
                ? Optional.empty()
                : Optional.of(new Chain(step, number(step), null, null));
    }

    /** Whether what has begun ends only because another item does. */
    private boolean isHeldBack(Step step) {
        return !DONE.contains(step.state())
                && before.getOrDefault(step.itemCode(), List.of()).stream()
                        .filter(Edge::relaxed)
                        .map(edge -> steps.get(edge.from()))
                        .anyMatch(it -> it != null && end(it).equals(step.earliestFinish()));
    }

    private Map<String, Chain> longer(Map<String, Chain> chains) {
        Map<String, Chain> longer = new HashMap<>();
        for (Step step : steps.values()) {
            boolean planned = step.state().equals("PLANNED");
            for (Edge edge : before.getOrDefault(step.itemCode(), List.of())) {
                Chain rest = chains.get(edge.from());
                boolean binds = planned || edge.relaxed() && !DONE.contains(step.state());
                if (rest != null && binds) {
                    int days = edge.relaxed() ? 0 : step.days();
                    keep(longer, new Chain(step, rest.finish() + days, edge, rest));
                }
            }
        }
        return longer;
    }

    private static void keep(Map<String, Chain> chains, Chain chain) {
        chains.merge(
                chain.step().itemCode(),
                chain,
                (one, other) -> other.finish() > one.finish() ? other : one);
    }

    private List<Cause> causes(@Nullable Chain last) {
        List<Cause> causes = new ArrayList<>();
        for (Chain chain = last; chain != null; chain = chain.rest()) {
            Step step = chain.step();
            Edge edge = chain.edge();
            causes.addFirst(
                    new Cause(
                            step.itemCode(),
                            edge != null && edge.relaxed() ? 0 : step.days(),
                            step.earliestStart(),
                            end(step),
                            edge == null ? first(step) : Bound.valueOf(edge.kind())));
        }
        return causes;
    }

    /** What holds back an item that nothing in its chain holds back. */
    private Bound first(Step step) {
        if (DONE.contains(step.state())) {
            return Bound.FACT;
        }
        if (!step.state().equals("PLANNED")) {
            return Bound.PROMISE;
        }
        LocalDate drawn = plan.on();
        return drawn != null && !courses.start().isAfter(drawn) ? Bound.TODAY : Bound.START;
    }
}

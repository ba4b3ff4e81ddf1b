package org.xiangmuzhang.steward.domain.advice;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Exact search for the sets of courses that no other beats in both the finish and the obligations
 * left behind; of equals in both, one with the fewest courses. Every set of mergers is tried;
 * within one the other courses only ever bring the finish forward, so a branch takes one that
 * touches the critical path, and is given up when even all that is left would not beat what is
 * known.
 */
public final class Search {

    /** A set of courses that no other beats, and the plan that follows it. */
    public record Found(SortedSet<Course> courses, Plan plan) {

        /** How many obligations the courses leave behind. */
        public int obligations() {
            return Search.obligations(courses);
        }
    }

    /**
     * What was found.
     *
     * @param found the earliest finish first
     * @param complete false: the search ended at its bound, and a better set may exist
     * @param drawn how many plans were drawn for it
     */
    public record Front(List<Found> found, boolean complete, int drawn) {}

    private final Function<Set<Course>, Plan> drawing;
    private final int most;
    private final Map<Set<Course>, Optional<Plan>> known = new HashMap<>();
    private final List<Found> front = new ArrayList<>();
    private boolean complete = true;

    private Search(Function<Set<Course>, Plan> drawing, int most) {
        this.drawing = drawing;
        this.most = most;
    }

    /**
     * The front over all sets of these courses.
     *
     * @param drawing the plan under a set of courses; a refusal means that there is none
     * @param most so many plans are drawn at most
     */
    public static Front front(List<Course> courses, Function<Set<Course>, Plan> drawing, int most) {
        var search = new Search(drawing, most);
        List<Course> mergers =
                courses.stream().filter(it -> it.kind() == Course.Kind.MERGED).sorted().toList();
        List<Course> others =
                courses.stream().filter(it -> it.kind() != Course.Kind.MERGED).sorted().toList();
        search.merge(new TreeSet<>(), mergers, others);
        search.front.sort(Comparator.comparing((Found one) -> one.plan().finish()));
        return new Front(List.copyOf(search.front), search.complete, search.known.size());
    }

    private void merge(SortedSet<Course> taken, List<Course> mergers, List<Course> others) {
        explore(taken, others);
        for (int i = 0; i < mergers.size() && complete; i++) {
            merge(and(taken, mergers.get(i)), mergers.subList(i + 1, mergers.size()), others);
        }
    }

    private void explore(SortedSet<Course> taken, List<Course> open) {
        Optional<Plan> plan = plan(taken);
        plan.ifPresent(drawn -> offer(taken, drawn));
        List<Course> worth =
                plan.isPresent()
                        ? open.stream().filter(it -> shortens(it, plan.get())).toList()
                        : open;
        List<Course> left = new ArrayList<>(open);
        for (Course course : worth) {
            if (!complete || !mayStillBeat(taken, left, worth)) {
                return;
            }
            left.remove(course);
            explore(and(taken, course), List.copyOf(left));
        }
    }

    /** Whether the best that the courses left could come to would be new. */
    private boolean mayStillBeat(Set<Course> taken, List<Course> left, List<Course> worth) {
        SortedSet<Course> all = new TreeSet<>(taken);
        all.addAll(left);
        int least =
                worth.stream().filter(left::contains).mapToInt(Course::obligations).min().orElse(0);
        return plan(all)
                .filter(
                        best ->
                                !isBeaten(
                                        best.finish(),
                                        obligations(taken) + least,
                                        taken.size() + 1))
                .isPresent();
    }

    private Optional<Plan> plan(Set<Course> courses) {
        Optional<Plan> found = known.get(courses);
        if (found != null) {
            return found;
        }
        if (known.size() >= most) {
            complete = false;
            return Optional.empty();
        }
        Optional<Plan> drawn = Optional.ofNullable(draw(courses));
        known.put(Set.copyOf(courses), drawn);
        return drawn;
    }

    private @Nullable Plan draw(Set<Course> courses) {
        try {
            return drawing.apply(courses);
        } catch (Refusal none) {
            return null;
        }
    }

    private void offer(SortedSet<Course> courses, Plan plan) {
        int obligations = obligations(courses);
        if (isBeaten(plan.finish(), obligations, courses.size())) {
            return;
        }
        front.removeIf(
                one ->
                        !one.plan().finish().isBefore(plan.finish())
                                && one.obligations() >= obligations);
        front.add(new Found(courses, plan));
    }

    private boolean isBeaten(LocalDate finish, int obligations, int courses) {
        return front.stream()
                .filter(one -> !one.plan().finish().isAfter(finish))
                .filter(one -> one.obligations() <= obligations)
                .anyMatch(
                        one ->
                                one.plan().finish().isBefore(finish)
                                        || one.obligations() < obligations
                                        || one.courses().size() <= courses);
    }

    /** Whether an order that it would relax may be one that the finish hangs on. */
    private static boolean shortens(Course course, Plan plan) {
        Set<String> critical =
                plan.steps().stream()
                        .filter(Step::critical)
                        .map(Step::itemCode)
                        .collect(Collectors.toSet());
        return plan.edges().stream()
                .filter(edge -> critical.contains(edge.from()) && critical.contains(edge.to()))
                .anyMatch(edge -> !edge.relaxed() && touches(course, edge));
    }

    private static boolean touches(Course course, Edge edge) {
        return course.kind() == Course.Kind.PARALLEL || edge.to().equals(course.item());
    }

    private static int obligations(Set<Course> courses) {
        return courses.stream().mapToInt(Course::obligations).sum();
    }

    private static SortedSet<Course> and(SortedSet<Course> taken, Course course) {
        SortedSet<Course> more = new TreeSet<>(taken);
        more.add(course);
        return more;
    }
}

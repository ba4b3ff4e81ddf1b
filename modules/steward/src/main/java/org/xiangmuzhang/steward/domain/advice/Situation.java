package org.xiangmuzhang.steward.domain.advice;

import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Drafting;
import org.xiangmuzhang.steward.domain.plan.Network;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Planner;
import org.xiangmuzhang.steward.domain.plan.Progress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project as it stands on a day, with all that its plan is drawn from.
 *
 * @param merged the merged items that hold at the place
 * @param items any item of the catalog by its code
 * @param progress facts by item code
 * @param chosen the courses that its plan follows now
 */
public record Situation(
        ProjectType type,
        List<MergedItem> merged,
        Function<String, Optional<Item>> items,
        Map<String, Progress> progress,
        Courses chosen,
        LocalDate today,
        WorkingDays calendar) {

    public Situation {
        merged = List.copyOf(merged);
        progress = Map.copyOf(progress);
    }

    /** What the plan follows now, as single courses. */
    public SortedSet<Course> taken() {
        SortedSet<Course> taken = new TreeSet<>();
        if (chosen.parallel()) {
            taken.add(Course.PARALLEL);
        }
        chosen.merged().forEach(code -> taken.add(new Course(Course.Kind.MERGED, code)));
        chosen.simulated().forEach(code -> taken.add(new Course(Course.Kind.SIMULATED, code)));
        chosen.owed().forEach(code -> taken.add(new Course(Course.Kind.OWED, code)));
        return taken;
    }

    /** These courses instead of those chosen, on the same dates and as early as possible. */
    public Courses with(Collection<Course> courses) {
        return new Courses(
                chosen.start(),
                null,
                chosen.conditional(),
                codes(courses, Course.Kind.SIMULATED),
                codes(courses, Course.Kind.MERGED),
                codes(courses, Course.Kind.OWED),
                courses.contains(Course.PARALLEL));
    }

    private static Set<String> codes(Collection<Course> courses, Course.Kind kind) {
        return courses.stream()
                .filter(course -> course.kind() == kind)
                .map(Course::item)
                .collect(Collectors.toSet());
    }

    /** The plan that would be drawn today; refuses with {@code plan-goes-round}. */
    public Plan plan(Collection<Course> courses) {
        return plan(courses, Map.of());
    }

    /**
     * The same if some items took longer.
     *
     * @param longer working days to add, by item code
     */
    Plan plan(Collection<Course> courses, Map<String, Integer> longer) {
        return plan(with(courses), longer);
    }

    /** The plan that these courses give today; refuses with {@code plan-goes-round}. */
    public Plan plan(Courses followed) {
        return plan(followed, Map.of());
    }

    private Plan plan(Courses followed, Map<String, Integer> longer) {
        Set<String> inSimulation =
                progress.entrySet().stream()
                        .filter(fact -> fact.getValue().simulated())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        Network network = Drafting.draft(type, followed, merged, items, inSimulation);
        return Planner.draw(
                longer.isEmpty() ? network : stretched(network, longer),
                type.version(),
                followed,
                progress,
                today,
                calendar);
    }

    private static Network stretched(Network network, Map<String, Integer> longer) {
        return new Network(
                network.nodes().stream()
                        .map(
                                node ->
                                        new Network.Node(
                                                node.code(),
                                                node.version(),
                                                node.days() + longer.getOrDefault(node.code(), 0),
                                                node.part(),
                                                node.replacedBy()))
                        .toList(),
                network.links());
    }

    /** Working days from one date to another, less than zero when the other comes first. */
    public int days(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? -calendar.between(to, from) : calendar.between(from, to);
    }

    /** Whether an item of the type is to be done: mandatory, or conditional and chosen. */
    boolean isWanted(ProjectType.Need need) {
        return need.mandatory() || chosen.conditional().contains(need.item().code());
    }

    Stream<ProjectType.Need> wanted() {
        return type.items().stream().filter(this::isWanted);
    }

    boolean hasBegun(String code) {
        return progress.containsKey(code);
    }

    boolean isDone(String code) {
        Progress fact = progress.get(code);
        return fact != null && fact.state().isDone();
    }
}

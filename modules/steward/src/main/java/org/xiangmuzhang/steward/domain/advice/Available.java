package org.xiangmuzhang.steward.domain.advice;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.steward.domain.plan.CourseRules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The courses that are open to a project on its day, each with its condition checked: the catalog
 * of the place allows it for the item ({@link CourseRules}), the item has not begun, and what it
 * would wait for is not done. What is under way is no choice any more, and neither is a merged item
 * of which a part has begun by itself.
 */
public final class Available {

    private final Situation situation;
    private final Set<String> present;

    private Available(Situation situation) {
        this.situation = situation;
        this.present =
                situation.wanted().map(need -> need.item().code()).collect(Collectors.toSet());
        situation.merged().stream()
                .filter(one -> one.replaces().stream().anyMatch(present::contains))
                .map(MergedItem::code)
                .collect(Collectors.toCollection(HashSet::new))
                .forEach(present::add);
    }

    /** In a fixed order, so that the same project always gets the same advice. */
    public static List<Course> to(Situation situation) {
        var available = new Available(situation);
        return Stream.of(
                        available.parallel(),
                        available.merged(),
                        available.perItem(Course.Kind.SIMULATED),
                        available.perItem(Course.Kind.OWED))
                .flatMap(courses -> courses)
                .sorted()
                .toList();
    }

    /**
     * Courses under way: whatever else is chosen, they stay. Of a merged item also after it is
     * done; a simulated one, and one that owes something, until its formal result.
     */
    public static List<Course> settled(Situation situation) {
        return situation.taken().stream()
                .filter(course -> situation.hasBegun(course.item()))
                .filter(
                        course ->
                                course.kind() == Course.Kind.MERGED
                                        || !situation.isDone(course.item()))
                .toList();
    }

    /** The orders that a course would make fall away, or bind later; none for a merged item. */
    public static List<Dependency> grounds(Situation situation, Course course) {
        var available = new Available(situation);
        return situation.type().dependencies().stream()
                .filter(edge -> touches(course, edge) && available.counts(edge))
                .toList();
    }

    /** Items that could owe a material, were it not for what they are about (国办发〔2020〕42号). */
    public static List<Item> excluded(Situation situation) {
        return situation
                .wanted()
                .map(ProjectType.Need::item)
                .filter(item -> item.exclusion().excludes() && !item.deficiencyTolerant())
                .filter(item -> !situation.hasBegun(item.code()))
                .filter(
                        item ->
                                !grounds(situation, new Course(Course.Kind.OWED, item.code()))
                                        .isEmpty())
                .toList();
    }

    private Stream<Course> parallel() {
        return situation.type().dependencies().stream()
                        .anyMatch(edge -> touches(Course.PARALLEL, edge) && counts(edge))
                ? Stream.of(Course.PARALLEL)
                : Stream.empty();
    }

    private Stream<Course> merged() {
        return situation.merged().stream()
                .filter(one -> one.replaces().stream().anyMatch(this::isOpen))
                .filter(one -> one.replaces().stream().noneMatch(situation::hasBegun))
                .filter(one -> !situation.hasBegun(one.code()))
                .map(one -> new Course(Course.Kind.MERGED, one.code()));
    }

    private boolean isOpen(String code) {
        return situation.wanted().anyMatch(need -> need.item().code().equals(code));
    }

    private Stream<Course> perItem(Course.Kind kind) {
        return situation
                .wanted()
                .map(ProjectType.Need::item)
                .filter(item -> mayBe(kind, item) && !situation.hasBegun(item.code()))
                .map(item -> new Course(kind, item.code()))
                .filter(course -> !grounds(situation, course).isEmpty());
    }

    private static boolean mayBe(Course.Kind kind, Item item) {
        return kind == Course.Kind.SIMULATED
                ? item.simulatable() && !item.milestone()
                : item.deficiencyTolerant();
    }

    private static boolean touches(Course course, Dependency edge) {
        return switch (course.kind()) {
            case PARALLEL ->
                    edge.kind() == Kind.PRACTICAL
                            && edge.relaxableBy() != Relaxation.NONE
                            && edge.relaxableBy() != Relaxation.MOCK;
            case MERGED -> false;
            case SIMULATED ->
                    edge.relaxableBy() == Relaxation.MOCK && edge.to().equals(course.item());
            case OWED ->
                    edge.relaxableBy() == Relaxation.DEFER
                            && edge.kind() == Kind.MATERIAL
                            && edge.to().equals(course.item());
        };
    }

    /** Whether both ends may be in the plan and the first is still to be done. */
    private boolean counts(Dependency edge) {
        return present.contains(edge.from())
                && present.contains(edge.to())
                && !situation.isDone(edge.from())
                && !situation.hasBegun(edge.to());
    }
}

package org.xiangmuzhang.steward.domain.advice;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which combinations of courses shorten a project, by how much, and what each course of them does.
 *
 * @param present the plan as it would be drawn today with the courses chosen
 * @param plain the same with no course that could still be left, or null: without them the order
 *     goes round
 * @param open every course that is open to it, by itself
 * @param options no other set of courses beats them; the earliest finish first
 * @param complete whether the search came to its end
 * @param drawn how many plans were drawn for it
 */
public record Advice(
        Plan present,
        @Nullable Plan plain,
        List<Effect> open,
        List<Option> options,
        boolean complete,
        int drawn) {

    /** So many plans are drawn for one project at most. */
    public static final int MOST = 2000;

    /**
     * A combination.
     *
     * @param saved working days before the finish of the present plan; less than zero is after it
     * @param obligations that the courses leave behind, those settled included
     */
    public record Option(Plan plan, int saved, int obligations, List<Effect> courses) {}

    /**
     * What a course of a combination does.
     *
     * @param alone working days by which it shortens the plain plan by itself, or null: by itself
     *     it makes the order go round, or there is no plain plan
     * @param within working days by which the combination is longer without it, or null: without it
     *     the order goes round
     * @param settled under way already, so that it is no choice
     */
    public record Effect(
            Course course, @Nullable Integer alone, @Nullable Integer within, boolean settled) {}

    /** The advice for a project on its day; refuses with {@code plan-goes-round}. */
    public static Advice on(Situation situation, int most) {
        List<Course> settled = Available.settled(situation);
        Plan plain = plan(situation, settled);
        int owed = settled.stream().mapToInt(Course::obligations).sum();
        List<Course> open = Available.to(situation);
        Search.Front front =
                Search.front(open, courses -> situation.plan(and(settled, courses)), most);
        Plan present = situation.plan(situation.taken());
        List<Option> options = new ArrayList<>();
        for (Search.Found found : front.found()) {
            options.add(
                    new Option(
                            found.plan(),
                            situation.days(found.plan().finish(), present.finish()),
                            owed + found.obligations(),
                            effects(situation, settled, found, plain)));
        }
        return new Advice(
                present,
                plain,
                open.stream()
                        .map(
                                course ->
                                        new Effect(
                                                course,
                                                alone(situation, settled, course, plain),
                                                null,
                                                false))
                        .toList(),
                options,
                front.complete(),
                front.drawn());
    }

    /** Orders that commitment or a regional assessment may end; the plan knows no such courses. */
    public static List<Dependency> beyond(Situation situation) {
        Set<String> codes = new TreeSet<>();
        situation.wanted().forEach(need -> codes.add(need.item().code()));
        return situation.type().dependencies().stream()
                .filter(
                        edge ->
                                edge.relaxableBy() == Relaxation.COMMIT
                                        || edge.relaxableBy() == Relaxation.REGIONAL)
                .filter(edge -> codes.contains(edge.from()) && codes.contains(edge.to()))
                .filter(edge -> !situation.isDone(edge.from()) && !situation.hasBegun(edge.to()))
                .toList();
    }

    private static List<Effect> effects(
            Situation situation, List<Course> settled, Search.Found found, @Nullable Plan plain) {
        List<Effect> effects = new ArrayList<>();
        for (Course course : found.courses()) {
            SortedSet<Course> others = and(settled, found.courses());
            others.remove(course);
            effects.add(
                    new Effect(
                            course,
                            alone(situation, settled, course, plain),
                            between(situation, found.plan().finish(), finish(situation, others)),
                            false));
        }
        settled.forEach(course -> effects.add(new Effect(course, 0, 0, true)));
        return effects;
    }

    private static @Nullable Integer alone(
            Situation situation, List<Course> settled, Course course, @Nullable Plan plain) {
        return between(situation, finish(situation, and(settled, Set.of(course))), finish(plain));
    }

    private static @Nullable Integer between(
            Situation situation, @Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : situation.days(from, to);
    }

    private static @Nullable LocalDate finish(Situation situation, Set<Course> courses) {
        return finish(plan(situation, courses));
    }

    private static @Nullable LocalDate finish(@Nullable Plan plan) {
        return plan == null ? null : plan.finish();
    }

    private static @Nullable Plan plan(Situation situation, Collection<Course> courses) {
        try {
            return situation.plan(courses);
        } catch (Refusal round) {
            return null;
        }
    }

    private static SortedSet<Course> and(List<Course> settled, Collection<Course> courses) {
        SortedSet<Course> all = new TreeSet<>(settled);
        all.addAll(courses);
        return all;
    }
}

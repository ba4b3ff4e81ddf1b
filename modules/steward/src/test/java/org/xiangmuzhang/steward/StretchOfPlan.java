package org.xiangmuzhang.steward;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.steward.domain.advice.Advice;
import org.xiangmuzhang.steward.domain.advice.Available;
import org.xiangmuzhang.steward.domain.advice.Bound;
import org.xiangmuzhang.steward.domain.advice.Course;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan of a project type at a place comes to over the stretch that a row measures. */
final class StretchOfPlan {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Set<String> SHADOWS = Set.of("DROPPED", "REPLACED");

    /**
     * Working days of a stretch.
     *
     * @param plain without any course, by promised days
     * @param legal the same by legal limits
     * @param items in the stretch under the advised courses; of one after an event all that comes
     *     before its end
     * @param critical those that the advised figure hangs on
     */
    record Ours(
            int plain,
            int legal,
            int advised,
            List<String> courses,
            int obligations,
            int bound,
            Set<String> items,
            Set<String> critical) {}

    private final Catalog catalog;
    private final Region region;
    private final ProjectType type;

    StretchOfPlan(Catalog catalog, Region region, String type) {
        this.catalog = catalog;
        this.region = region;
        this.type = catalog.projectType(region, type).orElseThrow();
    }

    Ours of(NamedCsvRecord scope) {
        List<String> items = List.of(scope.getField("items").split(";"));
        return switch (scope.getField("scope")) {
            case "WHOLE" -> whole(type);
            case "UNTIL" -> whole(among(upTo(items)));
            case "ITEMS" -> whole(among(items));
            case "AFTER" -> after(scope.getField("after"), Set.copyOf(items));
            default -> throw new IllegalArgumentException(scope.getField("scope"));
        };
    }

    /** Mandatory items that come before these by the catalog, and these. */
    private List<String> upTo(List<String> items) {
        Set<String> found = new HashSet<>(items);
        for (boolean more = true; more; ) {
            more =
                    found.addAll(
                            type.dependencies().stream()
                                    .filter(edge -> found.contains(edge.to()))
                                    .map(Dependency::from)
                                    .toList());
        }
        return type.items().stream()
                .filter(ProjectType.Need::mandatory)
                .map(need -> need.item().code())
                .filter(found::contains)
                .toList();
    }

    /** A type of just these items, with the orders of the catalog between them. */
    private ProjectType among(List<String> codes) {
        return with(
                codes.stream()
                        .map(code -> catalog.item(region, code).orElseThrow())
                        .map(item -> new ProjectType.Need(item, true))
                        .toList(),
                codes.stream()
                        .flatMap(code -> catalog.dependenciesOf(region, code).stream())
                        .filter(edge -> codes.contains(edge.from()))
                        .toList());
    }

    private ProjectType with(List<ProjectType.Need> needs, List<Dependency> orders) {
        return new ProjectType(
                type.code(),
                type.version(),
                type.nameZh(),
                type.nameEn(),
                type.investorKind(),
                type.initiationKind(),
                type.landSupply(),
                type.targetDays(),
                type.targetScope(),
                needs,
                orders);
    }

    private Situation situation(ProjectType of) {
        return new Situation(
                of,
                catalog.mergedItems(region),
                code -> catalog.item(region, code),
                Map.of(),
                new Courses(MONDAY, null, Set.of(), Set.of(), Set.of(), Set.of(), false),
                MONDAY,
                catalog.calendar());
    }

    private ProjectType legal(ProjectType of) {
        return with(
                of.items().stream()
                        .map(need -> new ProjectType.Need(legal(need.item()), need.mandatory()))
                        .toList(),
                of.dependencies());
    }

    private static Item legal(Item item) {
        TimeLimit limit = item.statutory();
        return limit == null
                ? item
                : new Item(
                        item.code(),
                        item.version(),
                        item.nameZh(),
                        item.nameEn(),
                        item.stage(),
                        item.kind(),
                        item.department(),
                        limit,
                        limit,
                        item.procedures(),
                        item.commitment(),
                        item.deficiencyTolerant(),
                        item.simulatable(),
                        item.milestone(),
                        item.resultNameZh(),
                        item.appliesWhen(),
                        item.materials(),
                        item.exclusion());
    }

    private Ours whole(ProjectType of) {
        Situation situation = situation(of);
        Advice advice = Advice.on(situation, Advice.MOST);
        assertComplete(advice);
        Advice.Option best = advice.options().getFirst();
        Set<String> items = toDo(best.plan());
        return new Ours(
                length(situation, Objects.requireNonNull(advice.plain())),
                length(situation, situation(legal(of)).plan(List.of())),
                length(situation, best.plan()),
                best.courses().stream().map(Advice.Effect::course).map(this::words).toList(),
                best.obligations(),
                length(situation, Bound.of(situation)),
                items,
                best.plan().steps().stream()
                        .filter(Step::critical)
                        .map(Step::itemCode)
                        .collect(Collectors.toSet()));
    }

    private static void assertComplete(Advice advice) {
        if (!advice.complete()) {
            throw new AssertionError("The search did not come to its end");
        }
    }

    private static int length(Situation situation, Plan plan) {
        return situation.days(plan.from(), plan.finish());
    }

    private static Set<String> toDo(Plan plan) {
        return plan.steps().stream()
                .filter(step -> !SHADOWS.contains(step.state()))
                .map(Step::itemCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String words(Course course) {
        return course.kind().name() + (course.item().isEmpty() ? "" : " `" + course.item() + "`");
    }

    /**
     * All subsets, because what follows an event need not be on the way of the whole plan. Every
     * plan leaves at least the way from the event that law and material leave: the bound.
     */
    private Ours after(String event, Set<String> ends) {
        Situation situation = situation(type);
        Set<Course> best = Set.of();
        int least = Integer.MAX_VALUE;
        for (Set<Course> taken : subsets(Available.to(situation))) {
            Optional<Plan> plan = plan(situation, taken);
            if (plan.isPresent()) {
                int elapsed = elapsed(situation, plan.get(), event, ends);
                if (elapsed < least || elapsed == least && isLess(taken, best)) {
                    least = elapsed;
                    best = taken;
                }
            }
        }
        Set<String> before = before(situation.plan(best), event, ends);
        return new Ours(
                elapsed(situation, situation.plan(List.of()), event, ends),
                elapsed(situation, situation(legal(type)).plan(List.of()), event, ends),
                least,
                best.stream().map(this::words).toList(),
                obligations(best),
                new Way(Bound.of(situation), event).to(ends),
                before,
                before);
    }

    /** From the end of the event to the last of the ends, whatever holds it back. */
    static int elapsed(Situation situation, Plan plan, String event, Set<String> ends) {
        return Math.max(0, situation.days(finish(plan, event), last(plan, ends)));
    }

    private static LocalDate last(Plan plan, Set<String> ends) {
        return ends.stream().map(end -> finish(plan, end)).max(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate finish(Plan plan, String item) {
        return plan.steps().stream()
                .filter(step -> step.itemCode().equals(item))
                .map(Step::earliestFinish)
                .findFirst()
                .orElseThrow();
    }

    /** The event, the ends that are last, and all that comes before these. */
    static Set<String> before(Plan plan, String event, Set<String> ends) {
        Set<String> found = new TreeSet<>(Set.of(event));
        ends.stream().filter(end -> finish(plan, end).equals(last(plan, ends))).forEach(found::add);
        for (boolean more = true; more; ) {
            more =
                    found.addAll(
                            plan.edges().stream()
                                    .filter(edge -> found.contains(edge.to()))
                                    .map(Edge::from)
                                    .toList());
        }
        return found;
    }

    private static boolean isLess(Set<Course> one, Set<Course> other) {
        int difference = obligations(one) - obligations(other);
        return difference < 0 || difference == 0 && one.size() < other.size();
    }

    private static int obligations(Collection<Course> courses) {
        return courses.stream().mapToInt(Course::obligations).sum();
    }

    private static Optional<Plan> plan(Situation situation, Set<Course> taken) {
        try {
            return Optional.of(situation.plan(taken));
        } catch (Refusal round) {
            return Optional.empty();
        }
    }

    private static List<Set<Course>> subsets(List<Course> courses) {
        List<Set<Course>> subsets = new ArrayList<>(List.of(new TreeSet<>()));
        for (Course course : courses) {
            subsets.addAll(
                    List.copyOf(subsets).stream()
                            .<Set<Course>>map(
                                    one ->
                                            Stream.concat(one.stream(), Stream.of(course))
                                                    .collect(Collectors.toCollection(TreeSet::new)))
                            .toList());
        }
        return subsets;
    }

    /** The longest way from the end of one item to the formal results of others, in a plan. */
    private static final class Way {

        private final Plan plan;
        private final String from;
        private final Map<String, Integer> days = new HashMap<>();

        private Way(Plan plan, String from) {
            this.plan = plan;
            this.from = from;
            plan.steps().forEach(step -> days.put(step.itemCode(), step.days()));
        }

        /** Nothing where no way leads. */
        private int to(Set<String> ends) {
            return Math.max(0, ends.stream().mapToInt(this::to).max().orElse(0));
        }

        /**
         * Less than zero where no way leads. A review that may be before it takes no time after.
         */
        private int to(String item) {
            if (item.equals(from)) {
                return 0;
            }
            int longest = Integer.MIN_VALUE;
            for (Edge edge : plan.edges()) {
                if (edge.to().equals(item)) {
                    int before = to(edge.from());
                    if (before >= 0) {
                        longest = Math.max(longest, before + own(edge));
                    }
                }
            }
            return longest;
        }

        private int own(Edge edge) {
            return edge.relaxed() ? 0 : days.getOrDefault(edge.to(), 0);
        }
    }
}

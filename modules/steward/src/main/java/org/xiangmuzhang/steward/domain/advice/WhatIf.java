package org.xiangmuzhang.steward.domain.advice;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Conflict;
import org.xiangmuzhang.steward.domain.plan.Conflicts;
import org.xiangmuzhang.steward.domain.plan.CourseRules;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The plan as it would be if something were otherwise, beside the plan of today; nothing is kept.
 *
 * @param contradictions an item that was supposed to end on a day, and what comes before it but
 *     ends later
 * @param conflicts why wanted dates, also those of stages, cannot be kept under the suppositions
 */
public record WhatIf(
        Plan present, Plan supposed, List<Contradiction> contradictions, List<Conflict> conflicts) {

    /** So many suppositions are taken together at most. */
    public static final int MOST = 20;

    /** The most working days that an item is supposed to slip. */
    public static final int LONGEST = 250;

    /** An item cannot end on its day as long as another, which comes before it, ends later. */
    public record Contradiction(String item, String before) {}

    /**
     * Both plans. Refuses, with the place of the supposition at fault, {@code what-if-none}, {@code
     * what-if-too-many}, {@code what-if-twice}, {@code what-if-days}, {@code what-if-past}, {@code
     * what-if-item-unknown}, {@code what-if-item-done}, {@code what-if-course-taken}, {@code
     * what-if-course-not-taken}, {@code what-if-course-begun}, what {@link CourseRules} refuses,
     * and {@code plan-goes-round}.
     */
    public static WhatIf of(Situation situation, List<Supposition> suppositions) {
        if (suppositions.isEmpty()) {
            throw Refusal.invalid("what-if-none", "/suppositions");
        }
        if (suppositions.size() > MOST) {
            throw Refusal.invalid("what-if-too-many", "/suppositions", MOST);
        }
        return new Supposing(situation, suppositions).drawn();
    }

    /** One question being answered. */
    private static final class Supposing {

        private final Situation situation;
        private final List<Supposition> suppositions;
        private final Set<String> named = new HashSet<>();
        private final SortedSet<Course> courses;
        private final Map<String, Progress> progress;
        private final Map<String, Integer> longer = new HashMap<>();
        private final Map<String, LocalDate> ends = new HashMap<>();
        private LocalDate start;

        private Supposing(Situation situation, List<Supposition> suppositions) {
            this.situation = situation;
            this.suppositions = suppositions;
            this.courses = situation.taken();
            this.progress = new HashMap<>(situation.progress());
            this.start = situation.chosen().start();
        }

        private WhatIf drawn() {
            Plan present = situation.plan(situation.taken());
            each(this::takeCourse);
            Situation so = on(progress);
            Plan before = so.plan(courses);
            each((pointer, it) -> takeItem(pointer, it, before));
            Plan supposed = on(progress).plan(courses, longer);
            return new WhatIf(
                    present,
                    supposed,
                    contradictions(supposed),
                    Conflicts.of(
                            supposed,
                            situation.chosen(),
                            code -> situation.items().apply(code).map(Item::stage).orElse(null),
                            situation.calendar()));
        }

        private interface Taking {
            void take(String pointer, Supposition supposition);
        }

        private void each(Taking taking) {
            for (int i = 0; i < suppositions.size(); i++) {
                taking.take("/suppositions/" + i, suppositions.get(i));
            }
        }

        private Situation on(Map<String, Progress> facts) {
            Courses chosen = situation.chosen();
            return new Situation(
                    situation.type(),
                    situation.merged(),
                    situation.items(),
                    facts,
                    new Courses(
                            start,
                            null,
                            chosen.conditional(),
                            chosen.simulated(),
                            chosen.merged(),
                            chosen.owed(),
                            chosen.parallel()),
                    situation.today(),
                    situation.calendar());
        }

        private void takeCourse(String pointer, Supposition supposition) {
            switch (supposition) {
                case Supposition.Starts(LocalDate on) -> {
                    once(pointer, "");
                    start = notPast(pointer, on);
                }
                case Supposition.Takes(Course course) -> {
                    if (!courses.add(course)) {
                        throw Refusal.invalid("what-if-course-taken", pointer, course.item());
                    }
                    CourseRules.check(
                            situation.type(), situation.merged(), situation.with(Set.of(course)));
                }
                case Supposition.Leaves(Course course) -> {
                    if (Available.settled(situation).contains(course)) {
                        throw Refusal.invalid("what-if-course-begun", pointer, course.item());
                    }
                    if (!courses.remove(course)) {
                        throw Refusal.invalid("what-if-course-not-taken", pointer, course.item());
                    }
                }
                default -> {}
            }
        }

        private void takeItem(String pointer, Supposition supposition, Plan before) {
            switch (supposition) {
                case Supposition.Slips(String item, int days) -> {
                    if (days < 1 || days > LONGEST) {
                        throw Refusal.invalid("what-if-days", pointer, LONGEST);
                    }
                    slip(open(pointer, item, before), days);
                }
                case Supposition.Ends(String item, LocalDate on) -> {
                    Step step = open(pointer, item, before);
                    ends.put(item, notPast(pointer, on));
                    LocalDate from = step.earliestStart();
                    put(item, from.isAfter(on) ? on : from, on);
                }
                default -> {}
            }
        }

        private void slip(Step step, int days) {
            Progress fact = progress.get(step.itemCode());
            if (fact == null) {
                longer.put(step.itemCode(), days);
            } else {
                LocalDate end = fact.finish() == null ? situation.today() : fact.finish();
                LocalDate from = end.isBefore(situation.today()) ? situation.today() : end;
                put(step.itemCode(), fact.start(), situation.calendar().plus(from, days));
            }
        }

        private void put(String item, LocalDate from, LocalDate on) {
            Progress fact = progress.get(item);
            boolean simulated = fact != null ? fact.simulated() : isSimulated(item);
            progress.put(item, new Progress(Progress.State.RUNNING, from, on, simulated));
        }

        private boolean isSimulated(String item) {
            return courses.contains(new Course(Course.Kind.SIMULATED, item));
        }

        /** The step of an item that can still move. */
        private Step open(String pointer, String item, Plan before) {
            once(pointer, item);
            Step step = find(before, item);
            if (step == null || step.state().equals("DROPPED") || step.state().equals("REPLACED")) {
                throw Refusal.invalid("what-if-item-unknown", pointer, item);
            }
            if (situation.isDone(item)) {
                throw Refusal.invalid("what-if-item-done", pointer, item);
            }
            return step;
        }

        private void once(String pointer, String what) {
            if (!named.add(what)) {
                throw Refusal.invalid("what-if-twice", pointer, what);
            }
        }

        private LocalDate notPast(String pointer, LocalDate on) {
            if (on.isBefore(situation.today())) {
                throw Refusal.invalid("what-if-past", pointer, on);
            }
            return on;
        }

        /** What holds an item back although it was supposed to have ended. */
        private List<Contradiction> contradictions(Plan supposed) {
            List<Contradiction> found = new ArrayList<>();
            for (Edge edge : supposed.edges()) {
                LocalDate on = ends.get(edge.to());
                Step before = find(supposed, edge.from());
                if (on != null
                        && before != null
                        && before.earliestFinish().isAfter(situation.calendar().onOrAfter(on))
                        && (edge.relaxed() || !situation.hasBegun(edge.to()))) {
                    found.add(new Contradiction(edge.to(), edge.from()));
                }
            }
            return found;
        }
    }

    /** The step of an item in a plan, or null. */
    public static @Nullable Step find(Plan plan, String item) {
        return plan.steps().stream()
                .filter(step -> step.itemCode().equals(item))
                .findFirst()
                .orElse(null);
    }

    /** Codes of the items in both, those of the supposed plan first in its order. */
    public Collection<String> items() {
        Set<String> codes = new java.util.LinkedHashSet<>();
        supposed.steps().forEach(step -> codes.add(step.itemCode()));
        present.steps().forEach(step -> codes.add(step.itemCode()));
        return codes;
    }
}

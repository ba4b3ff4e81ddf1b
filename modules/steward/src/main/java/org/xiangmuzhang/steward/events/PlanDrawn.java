package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A plan with the dates it resulted in and the versions of what it was computed from. Cause: the
 * name of what made it be drawn; a calendar with its version behind a space.
 *
 * <p>Finish before: that of the plan before this one, or null. Provisional: it reaches into a year
 * whose working calendar was not published. Words: of those items that no plan of the project had
 * told of.
 *
 * <p>Whole: it tells every step and the order between them. Otherwise it tells the steps that
 * differ from those of the plan before, which keep their places; all others, and the order, are as
 * they were. Standing: what all steps come to; null where a whole plan of an older version told
 * none. On: the day on which it was drawn; before version 4 the day of the log.
 */
@EventType(name = "steward.plan-drawn", version = 4)
public record PlanDrawn(
        UUID project,
        Region region,
        int revision,
        String cause,
        @Nullable LocalDate target,
        LocalDate from,
        LocalDate finish,
        @Nullable LocalDate finishBefore,
        boolean provisional,
        String typeVersion,
        String calendar,
        boolean whole,
        @Nullable Standing standing,
        List<Step> steps,
        List<Edge> edges,
        List<Words> words,
        @Nullable LocalDate on)
        implements LoggedEvent {

    /**
     * One item of the plan. States: PLANNED, RUNNING, PAUSED, SIMULATED, DONE, ELSEWHERE, REPLACED,
     * DROPPED. Slack in working days, negative when the target cannot be met.
     */
    public record Step(
            String itemCode,
            String itemVersion,
            String state,
            int days,
            LocalDate earliestStart,
            LocalDate earliestFinish,
            LocalDate latestStart,
            LocalDate latestFinish,
            int slack,
            boolean critical,
            @Nullable LocalDate actualStart,
            @Nullable LocalDate actualFinish,
            @Nullable String replacedBy) {}

    /**
     * How far all steps of a plan have come. Next: the open item that should end first; least
     * slack: of what is open. Both null when nothing is.
     */
    public record Standing(
            int open,
            int done,
            int running,
            @Nullable String nextItem,
            @Nullable Integer leastSlack) {

        private static final Set<String> OPEN = Set.of("PLANNED", "RUNNING", "PAUSED", "SIMULATED");
        private static final Set<String> DONE = Set.of("DONE", "ELSEWHERE");

        /** Whether there is still something to do of a step. */
        public static boolean isOpen(Step step) {
            return OPEN.contains(step.state());
        }

        /** What these steps come to, all of a plan. */
        public static Standing of(List<Step> steps) {
            List<Step> open = steps.stream().filter(Standing::isOpen).toList();
            return new Standing(
                    open.size(),
                    (int) steps.stream().filter(step -> DONE.contains(step.state())).count(),
                    (int) open.stream().filter(step -> !step.state().equals("PLANNED")).count(),
                    next(open),
                    open.stream().map(Step::slack).min(Comparator.naturalOrder()).orElse(null));
        }

        /** Among equals what may slip least. */
        private static @Nullable String next(List<Step> open) {
            return open.stream()
                    .min(Comparator.comparing(Step::earliestFinish).thenComparing(Step::slack))
                    .map(Step::itemCode)
                    .orElse(null);
        }
    }

    /** Of a plan told before: this one with every step and the order between them. */
    public PlanDrawn after(PlanDrawn before) {
        if (whole) {
            return this;
        }
        Map<String, Step> differing = new HashMap<>();
        steps.forEach(step -> differing.put(step.itemCode(), step));
        return new PlanDrawn(
                project,
                region,
                revision,
                cause,
                target,
                from,
                finish,
                finishBefore,
                provisional,
                typeVersion,
                calendar,
                true,
                standing,
                before.steps().stream()
                        .map(step -> differing.getOrDefault(step.itemCode(), step))
                        .toList(),
                before.edges(),
                words,
                on);
    }

    /** An order between two items; relaxed: it binds the formal result only. */
    public record Edge(String from, String to, String kind, boolean relaxed) {}

    /**
     * What the catalog called an item of this version when the plan was drawn, and where it stood;
     * told by the first plan that has the item so. Stage: a code; department: a code, with its
     * names.
     */
    public record Words(
            String itemCode,
            String itemVersion,
            String zh,
            String en,
            String stage,
            String department,
            String departmentZh,
            String departmentEn,
            boolean milestone) {}

    @Override
    public UUID subject() {
        return project;
    }
}

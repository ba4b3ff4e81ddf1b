package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Drawing a project's plan, by its steward's choice or because something happened. */
public interface PlanDrawing {

    /**
     * What the steward wants; every set holds item codes.
     *
     * @param start nothing new begins before it; null for the day of the first plan
     * @param target the day by which all must be done, or null: as early as possible
     * @param stageTargets the days by which all of a stage must be done, of those that have one
     * @param conditional conditional items that the project needs
     * @param simulated items to be reviewed before their condition exists (模拟审批)
     * @param merged merged items that stand for others (多审合一)
     * @param owed items to be accepted with owed materials (容缺受理)
     * @param parallel habits of order fall away (并联审批)
     */
    record Wishes(
            @Nullable LocalDate start,
            @Nullable LocalDate target,
            Map<Stage, LocalDate> stageTargets,
            Set<String> conditional,
            Set<String> simulated,
            Set<String> merged,
            Set<String> owed,
            boolean parallel) {

        /** Without wanted dates of stages. */
        public Wishes(
                @Nullable LocalDate start,
                @Nullable LocalDate target,
                Set<String> conditional,
                Set<String> simulated,
                Set<String> merged,
                Set<String> owed,
                boolean parallel) {
            this(start, target, Map.of(), conditional, simulated, merged, owed, parallel);
        }
    }

    /**
     * Only the project's steward draws. Refuses with {@code plan-target-before-start}, {@code
     * plan-target-past}, {@code plan-target-infeasible}, {@code plan-item-unknown}, {@code
     * plan-item-not-conditional}, {@code plan-item-not-simulatable}, {@code
     * plan-nothing-to-simulate}, {@code plan-item-not-merged}, {@code plan-nothing-to-merge},
     * {@code plan-item-not-tolerant}, {@code plan-goes-round}.
     */
    void draw(Actor actor, UUID project, long version, Wishes wishes);

    /**
     * Draws the plan again from the facts as they are; records it only when dates or states moved.
     *
     * @param cause name of the event that made it necessary
     */
    void redraw(UUID project, String cause);
}

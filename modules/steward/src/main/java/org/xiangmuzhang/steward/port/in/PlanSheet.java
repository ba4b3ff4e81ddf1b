package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A plan as it was drawn; its dates come from the log, never from a new calculation.
 *
 * @param cause name of the event that made it be drawn
 * @param feasible whether the target, if there is one, can be met
 * @param provisional whether it reaches into a year whose working calendar is not published
 */
public record PlanSheet(
        UUID project,
        int revision,
        String cause,
        @Nullable LocalDate target,
        LocalDate from,
        LocalDate finish,
        boolean feasible,
        boolean provisional,
        String typeVersion,
        String calendar,
        Wishes courses,
        List<Step> steps,
        List<PlanDrawn.Edge> edges) {

    /** The courses that the plan follows; every list holds item codes. */
    public record Wishes(
            LocalDate start,
            @Nullable LocalDate target,
            List<String> conditional,
            List<String> simulated,
            List<String> merged,
            List<String> owed,
            boolean parallel) {}

    /**
     * An item of the plan with the words that the catalog had for it when the plan was drawn; dates
     * and slack as {@link PlanDrawn.Step} has them.
     *
     * @param stage code of its stage
     * @param department name of who decides, in Chinese and in English
     * @param decidedElsewhere decided outside the platform (平台外办理)
     * @param verifiedOn the day such a decision was last verified, or null while nobody has
     */
    public record Step(
            String itemCode,
            String itemVersion,
            String itemName,
            String itemNameEn,
            String stage,
            String department,
            String departmentEn,
            boolean milestone,
            String state,
            boolean decidedElsewhere,
            @Nullable LocalDate verifiedOn,
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
}

package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A plan as it was drawn; its dates come from the log, never from a new calculation.
 *
 * @param cause name of the event that made it be drawn
 * @param feasible whether the target and those of stages, if there are any, can be met
 * @param conflicts of each wanted date that cannot be met, what alone makes it so
 * @param baseline what it is measured by, or null
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
        List<Conflict> conflicts,
        @Nullable Baseline baseline,
        List<Step> steps,
        List<PlanDrawn.Edge> edges) {

    /**
     * The courses that the plan follows; every list holds item codes.
     *
     * @param stageTargets the days by which all of a stage must be done, by its code
     */
    public record Wishes(
            LocalDate start,
            @Nullable LocalDate target,
            Map<String, LocalDate> stageTargets,
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
     * @param turn whose turn it is, or null when nothing is left to do
     * @param drift working days by which its end is later than in the baseline, or null
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
            @Nullable String replacedBy,
            @Nullable Turn turn,
            @Nullable Integer drift) {}

    /**
     * The version that plans are measured by.
     *
     * @param drift working days by which the end is later than it had it, below zero when earlier
     */
    public record Baseline(int revision, LocalDate on, LocalDate finish, int drift) {}

    /** Who has to do something. */
    public enum Who {
        APPLICANT,
        /** The window, which accepts what came in. */
        WINDOW,
        DEPARTMENT,
        /** A special procedure, during which the clock stands. */
        SPECIAL_PROCEDURE,
        /** A test or an assessment, which agencies make. */
        INTERMEDIARY,
        STEWARD,
        /** Nobody before other items are done. */
        NOBODY
    }

    /**
     * Whose turn it is.
     *
     * @param waitsFor codes of the items to be done first, when it is nobody's
     */
    public record Turn(Who who, List<String> waitsFor) {}

    /**
     * A wanted date that cannot be met, and the fewest items that alone make it so.
     *
     * @param stage whose date it is, or null for the end of all
     * @param earliest the first day that could be wanted instead
     */
    public record Conflict(
            @Nullable String stage, LocalDate wanted, LocalDate earliest, List<Cause> causes) {}

    /**
     * One of these items, with its dates in the plan.
     *
     * @param days working days that it takes there
     * @param bound what holds it back: START, TODAY, FACT, PROMISE, or the kind of its order behind
     *     the item before, LEGAL, MATERIAL or PRACTICAL
     */
    public record Cause(
            String itemCode,
            String itemName,
            String itemNameEn,
            int days,
            LocalDate start,
            LocalDate finish,
            String bound) {}
}

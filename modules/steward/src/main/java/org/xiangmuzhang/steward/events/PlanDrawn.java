package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A plan with the dates it resulted in and the versions of what it was computed from. Cause: the
 * name of what made it be drawn; a calendar with its version behind a space.
 *
 * <p>Finish before: that of the plan before this one, or null. Provisional: it reaches into a year
 * whose working calendar was not published. Words: of those items that no plan of the project had
 * told of.
 */
@EventType(name = "steward.plan-drawn", version = 2)
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
        List<Step> steps,
        List<Edge> edges,
        List<Words> words)
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

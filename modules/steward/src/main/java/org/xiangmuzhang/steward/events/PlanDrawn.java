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
 */
@EventType(name = "steward.plan-drawn")
public record PlanDrawn(
        UUID project,
        Region region,
        int revision,
        String cause,
        @Nullable LocalDate target,
        LocalDate from,
        LocalDate finish,
        String typeVersion,
        String calendar,
        List<Step> steps,
        List<Edge> edges)
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

    @Override
    public UUID subject() {
        return project;
    }
}

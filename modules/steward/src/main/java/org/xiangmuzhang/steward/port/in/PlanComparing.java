package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The versions of a project's plan: what moved between any two of them and why, and the one that
 * later ones are measured by. Whoever sees the project sees them.
 */
public interface PlanComparing {

    /**
     * A version.
     *
     * @param cause name of the event that made it be drawn
     * @param moved how many items differ from the version before
     * @param baseline whether plans are measured by it
     */
    record Version(
            int revision,
            Instant at,
            String cause,
            LocalDate finish,
            @Nullable LocalDate target,
            int moved,
            boolean baseline) {}

    /**
     * What lies between two versions.
     *
     * @param later working days by which the end moved, below zero when it came earlier
     */
    record Difference(Version from, Version to, int later, List<Moved> moved) {}

    /**
     * An item that moved; what one of the versions lacks is null.
     *
     * @param later working days by which its end moved, or null
     * @param why TAKEN_UP, LEFT_OUT, HAPPENED, DAYS, BEFORE, ORDER, CALENDAR or DAY
     * @param by the item that moved it, where one did
     */
    record Moved(
            String itemCode,
            String itemName,
            String itemNameEn,
            @Nullable String fromState,
            @Nullable LocalDate fromStart,
            @Nullable LocalDate fromFinish,
            @Nullable String toState,
            @Nullable LocalDate toStart,
            @Nullable LocalDate toFinish,
            @Nullable Integer later,
            String why,
            @Nullable String by,
            @Nullable String byName,
            @Nullable String byNameEn) {}

    /**
     * The newest first; {@code plan-unknown} before the first was drawn.
     *
     * @param before the last version seen, or null
     */
    List<Version> versions(Actor actor, UUID project, @Nullable Integer before, int limit);

    /**
     * Refuses with {@code plan-version-unknown}.
     *
     * @param from null for the one before the other
     * @param to null for the newest
     */
    Difference between(Actor actor, UUID project, @Nullable Integer from, @Nullable Integer to);

    /**
     * Only the project's steward takes a version as the baseline, for a reason. Refuses with {@code
     * plan-version-unknown}, {@code baseline-already}, {@code remark-length}.
     */
    void setBaseline(Actor actor, UUID project, long version, int revision, String reason);
}

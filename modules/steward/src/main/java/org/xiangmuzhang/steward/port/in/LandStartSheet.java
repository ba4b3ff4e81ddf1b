package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The documents of a project that wait for contract and payment, and what became of them.
 *
 * @param waiting under simulated review or pre-approved, waiting for the land right by itself or by
 *     way of another of them
 * @param landRight when the platform was told that the last land right stands, or null
 * @param elsewhere the land right was recorded as decided outside the platform
 * @param turned turned formal after the land right, in this order
 * @param lastTurned when the last of them did, or null
 * @param seconds between the two, or null; of recorded times, never rounded up
 * @param notTurned went back to a department after the land right
 */
public record LandStartSheet(
        UUID project,
        List<Waiting> waiting,
        @Nullable Instant landRight,
        boolean elsewhere,
        List<Turned> turned,
        @Nullable Instant lastTurned,
        @Nullable Long seconds,
        List<NotTurned> notTurned) {

    /**
     * A document that waits.
     *
     * @param state IN_DEPARTMENT, PAUSED or PRE_APPROVED
     * @param conditions {@code LAND_RIGHT} or {@code ITEM:<code>}, as far as they have not come
     */
    public record Waiting(
            AdviceSheet.Named item,
            UUID task,
            String state,
            @Nullable String documentNumber,
            List<String> conditions,
            List<AdviceSheet.Named> items) {}

    /**
     * A document that turned formal.
     *
     * @param seconds after the land right
     */
    public record Turned(
            AdviceSheet.Named item, UUID task, String documentNumber, Instant at, long seconds) {}

    /**
     * What could not be turned.
     *
     * @param reason what changed: {@code materials-changed}, {@code planning-conditions-changed},
     *     {@code planning-conditions-unknown}, or {@code not-pre-approved-yet}
     * @param decided when the department decided anew, or null
     */
    public record NotTurned(
            AdviceSheet.Named item,
            UUID task,
            String reason,
            Instant at,
            @Nullable Instant decided) {}
}

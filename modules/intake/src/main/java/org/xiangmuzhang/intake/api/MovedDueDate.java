package org.xiangmuzhang.intake.api;

import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A promised due date that a new version of the working calendar moved.
 *
 * @param number receipt number of the application
 * @param calendar the version that moved it
 */
public record MovedDueDate(
        UUID task,
        UUID application,
        String number,
        String itemCode,
        String itemVersion,
        Region region,
        String department,
        String calendar,
        LocalDate was,
        LocalDate becomes,
        Instant movedAt) {

    /** Where a move stands in the list of them. */
    public record Place(Instant at, UUID task) {}
}

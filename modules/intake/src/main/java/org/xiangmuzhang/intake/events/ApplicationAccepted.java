package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Accepted: the clocks of its items run from the day after acceptedOn. Deemed: accepted by silence,
 * back to the day of receipt.
 */
@EventType(name = "intake.application-accepted")
public record ApplicationAccepted(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        LocalDate acceptedOn,
        LocalDate on,
        boolean deemed,
        String calendar,
        List<StartedItem> items)
        implements LoggedEvent {

    /** Limits in days with unit WORKING_DAYS or CALENDAR_DAYS; dates null for a simulated item. */
    public record StartedItem(
            UUID task,
            String itemCode,
            String department,
            String mode,
            @Nullable Integer statutoryDays,
            @Nullable String statutoryUnit,
            int promisedDays,
            String promisedUnit,
            @Nullable LocalDate statutoryDue,
            @Nullable LocalDate promisedDue) {}

    @Override
    public UUID subject() {
        return application;
    }
}

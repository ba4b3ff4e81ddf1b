package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An application was received and has a number. Mandate: under which a steward submitted it, or
 * null.
 */
@EventType(name = "intake.application-submitted")
public record ApplicationSubmitted(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        String number,
        LocalDate receivedOn,
        @Nullable UUID mandate,
        boolean reviewWaived,
        List<SubmittedItem> items)
        implements LoggedEvent {

    /** Mode: FORMAL, COMMITMENT or SIMULATED. */
    public record SubmittedItem(
            UUID task, String itemCode, String itemVersion, String department, String mode) {}

    @Override
    public UUID subject() {
        return application;
    }
}

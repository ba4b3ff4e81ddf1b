package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The condition came, but what the pre-approval relied on had changed: back to the department,
 * formally. Reason: a rule name.
 */
@EventType(name = "intake.simulation-reopened")
public record SimulationReopened(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        String reason,
        LocalDate acceptedOn,
        @Nullable LocalDate statutoryDue,
        @Nullable LocalDate promisedDue,
        String calendar)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The department decided. Outcome: APPROVED, APPROVED_WITH_OWED or REJECTED. Used days by the unit
 * of each limit.
 */
@EventType(name = "intake.item-decided")
public record ItemDecided(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        String mode,
        String outcome,
        LocalDate decidedOn,
        @Nullable String documentNumber,
        @Nullable Integer statutoryUsed,
        int promisedUsed,
        String calendar)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

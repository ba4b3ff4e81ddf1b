package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** A problem was given to a unit, with a day until which it is to be solved. */
@EventType(name = "steward.ticket-raised")
public record TicketRaised(
        UUID ticket,
        Region region,
        @Nullable UUID project,
        String department,
        @Nullable UUID leader,
        LocalDate due,
        @Nullable UUID dispatch,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return ticket;
    }
}

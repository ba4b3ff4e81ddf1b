package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** A ticket was closed with evidence, or by the host of a dispatch. */
@EventType(name = "steward.ticket-closed")
public record TicketClosed(
        UUID ticket,
        Region region,
        @Nullable UUID project,
        String department,
        LocalDate on,
        @Nullable UUID dispatch,
        UUID remark,
        @Nullable UUID file)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return ticket;
    }
}

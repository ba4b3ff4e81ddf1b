package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** The unit that answers for a ticket reported. */
@EventType(name = "steward.ticket-answered")
public record TicketAnswered(
        UUID ticket,
        Region region,
        @Nullable UUID project,
        String department,
        UUID remark,
        @Nullable UUID file)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return ticket;
    }
}

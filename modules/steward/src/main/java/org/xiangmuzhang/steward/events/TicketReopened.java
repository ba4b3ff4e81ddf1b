package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** A ticket that was closed too early begins anew. */
@EventType(name = "steward.ticket-reopened")
public record TicketReopened(
        UUID ticket,
        Region region,
        @Nullable UUID project,
        String department,
        LocalDate due,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return ticket;
    }
}

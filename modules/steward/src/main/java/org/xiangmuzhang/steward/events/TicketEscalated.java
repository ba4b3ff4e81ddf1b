package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** 提级: a ticket went to the dispatch of the place above, with a limit. Cause: BY_HAND or AGENDA. */
@EventType(name = "steward.ticket-escalated")
public record TicketEscalated(
        UUID ticket,
        Region region,
        @Nullable UUID project,
        String department,
        String level,
        LocalDate due,
        String cause,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return ticket;
    }
}

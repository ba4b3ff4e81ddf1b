package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** A department wants something put right until a day; the remark says what. */
@EventType(name = "steward.session-point-raised")
public record SessionPointRaised(
        UUID session,
        Region region,
        UUID project,
        UUID point,
        String department,
        LocalDate due,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** An open point of a session is MENDED, OPEN again or CLOSED. */
@EventType(name = "steward.session-point-moved")
public record SessionPointMoved(
        UUID session,
        Region region,
        UUID project,
        UUID point,
        String department,
        String pointState,
        LocalDate due,
        @Nullable UUID file,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

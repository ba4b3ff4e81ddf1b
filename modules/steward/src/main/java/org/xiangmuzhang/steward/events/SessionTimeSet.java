package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The time of a session is fixed: COMMON to all departments, or set by the HOST for a reason. */
@EventType(name = "steward.session-time-set")
public record SessionTimeSet(
        UUID session,
        Region region,
        UUID project,
        LocalDate on,
        String time,
        String setBy,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

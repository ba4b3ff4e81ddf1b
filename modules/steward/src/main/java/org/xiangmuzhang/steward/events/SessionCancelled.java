package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** A session does not take place, for a reason. */
@EventType(name = "steward.session-cancelled")
public record SessionCancelled(
        UUID session, Region region, UUID project, String sessionKind, UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

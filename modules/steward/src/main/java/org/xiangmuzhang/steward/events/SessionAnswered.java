package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** A department said how many of the times suit it. */
@EventType(name = "steward.session-answered")
public record SessionAnswered(
        UUID session, Region region, UUID project, String department, int suiting)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

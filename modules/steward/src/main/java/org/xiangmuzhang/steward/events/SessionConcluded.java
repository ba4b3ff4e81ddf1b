package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/**
 * One outcome of a session: PASSED, POINTS or REFUSED; days are working days since it was called.
 */
@EventType(name = "steward.session-concluded")
public record SessionConcluded(
        UUID session,
        Region region,
        UUID project,
        String sessionKind,
        String verdict,
        int open,
        int days,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

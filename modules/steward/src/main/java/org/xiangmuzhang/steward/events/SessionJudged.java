package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** What a department says at a session: PASSED, POINTS, REFUSED, or that it was ABSENT. */
@EventType(name = "steward.session-judged")
public record SessionJudged(
        UUID session,
        Region region,
        UUID project,
        String department,
        String verdict,
        int points,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}

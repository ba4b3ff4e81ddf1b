package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/**
 * A line of a dispatch was treated. Kind: what it is about; outcome: SETTLED, TICKET, CARRIED or
 * RAISED.
 */
@EventType(name = "steward.dispatch-line-treated")
public record DispatchLineTreated(
        UUID dispatch,
        Region region,
        @Nullable UUID project,
        UUID line,
        String kind,
        String outcome,
        @Nullable UUID ticket,
        @Nullable String level,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return dispatch;
    }
}

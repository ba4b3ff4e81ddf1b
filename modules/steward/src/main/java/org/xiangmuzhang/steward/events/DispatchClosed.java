package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The meeting of a week was closed; its minutes stand. */
@EventType(name = "steward.dispatch-closed")
public record DispatchClosed(
        UUID dispatch,
        Region region,
        @Nullable UUID project,
        LocalDate week,
        int settled,
        int tickets,
        int carried,
        int raised)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return dispatch;
    }
}

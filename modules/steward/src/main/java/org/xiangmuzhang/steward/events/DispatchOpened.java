package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** 调度: the leader opened the meeting of a week, and its agenda stands. */
@EventType(name = "steward.dispatch-opened")
public record DispatchOpened(
        UUID dispatch, Region region, @Nullable UUID project, LocalDate week, int lines)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return dispatch;
    }
}

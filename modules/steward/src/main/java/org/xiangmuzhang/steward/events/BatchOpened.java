package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** 打包审批: like projects of a place are to be treated as one. */
@EventType(name = "steward.batch-opened")
public record BatchOpened(UUID batch, Region region, String projectType) implements LoggedEvent {

    @Override
    public UUID subject() {
        return batch;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

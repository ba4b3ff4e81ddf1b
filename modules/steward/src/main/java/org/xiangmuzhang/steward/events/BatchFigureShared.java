package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.util.UUID;

/** A figure that holds for every project of a batch. */
@EventType(name = "steward.batch-figure-shared")
public record BatchFigureShared(UUID batch, Region region, String meaning, BigDecimal value)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return batch;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

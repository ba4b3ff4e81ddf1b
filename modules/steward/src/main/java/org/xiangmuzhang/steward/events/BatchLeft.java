package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** A project is treated by itself again. */
@EventType(name = "steward.batch-left")
public record BatchLeft(UUID batch, Region region, UUID project, int members)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return batch;
    }
}

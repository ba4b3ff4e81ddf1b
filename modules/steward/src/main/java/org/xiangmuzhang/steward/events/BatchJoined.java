package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** A project belongs to a batch of like projects. */
@EventType(name = "steward.batch-joined")
public record BatchJoined(UUID batch, Region region, UUID project, int members)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return batch;
    }
}

package org.xiangmuzhang.catalog.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.UUID;

/** Items of a place changed: their codes, and the catalog version that holds from now on. */
@EventType(name = "catalog.items-changed")
public record ItemsChanged(UUID change, Region region, String version, List<String> itemCodes)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return change;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

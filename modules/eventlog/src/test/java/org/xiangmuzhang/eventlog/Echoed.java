package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** An answer to something counted. */
@EventType(name = "test.echoed", version = 2)
public record Echoed(UUID subject, Region region, int number) implements LoggedEvent {

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** Something was counted: the numbers of one subject go up from 1. */
@EventType(name = "test.counted")
public record Counted(UUID subject, Region region, @Nullable UUID project, int number)
        implements LoggedEvent {

    static final Region HERE = new Region("340100");

    static Counted of(UUID subject, int number) {
        return new Counted(subject, HERE, null, number);
    }
}

package org.xiangmuzhang.intake;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.spi.BreachFound;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** What somebody who watches tells. */
@EventType(name = "watching.some-breach")
record SomeBreach(UUID promise, Region region, String source, LocalDate on)
        implements LoggedEvent, BreachFound {

    @Override
    public UUID subject() {
        return promise;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** A special procedure began: from this day on, days do not count. */
@EventType(name = "intake.clock-paused")
public record ClockPaused(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        String procedure,
        LocalDate from,
        LocalDate expectedUntil)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The special procedure ended: the clocks go on with exactly what was left. */
@EventType(name = "intake.clock-resumed")
public record ClockResumed(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        String procedure,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate statutoryDue,
        @Nullable LocalDate promisedDue,
        String calendar)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

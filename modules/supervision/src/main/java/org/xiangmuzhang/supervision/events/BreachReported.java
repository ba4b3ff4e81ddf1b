package org.xiangmuzhang.supervision.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.spi.BreachFound;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A promise seems to be broken; the department that decided has to say what becomes of its
 * decision. Source: INSPECTION, COMPLAINT, CREDIT_RECORD or OTHER_DEPARTMENT.
 */
@EventType(name = "supervision.breach-reported")
public record BreachReported(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID promise,
        UUID breach,
        String source,
        LocalDate on)
        implements LoggedEvent, BreachFound {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** Withdrawn by the applicant before it was decided. */
@EventType(name = "intake.application-withdrawn")
public record ApplicationWithdrawn(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        LocalDate on,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

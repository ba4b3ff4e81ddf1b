package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** Its enterprise was found twice and merged: the application is the kept one's from this day. */
@EventType(name = "intake.application-passed-on")
public record ApplicationPassedOn(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        UUID enterpriseBefore,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

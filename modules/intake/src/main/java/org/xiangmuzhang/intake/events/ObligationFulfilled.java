package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** An owed material has come, or a promise was found to be kept. */
@EventType(name = "intake.obligation-fulfilled")
public record ObligationFulfilled(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        UUID obligation,
        String kind,
        @Nullable String material,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

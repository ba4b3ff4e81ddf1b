package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** An obligation was called to mind before its day. */
@EventType(name = "intake.obligation-reminded")
public record ObligationReminded(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        UUID obligation,
        String kind,
        LocalDate due,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

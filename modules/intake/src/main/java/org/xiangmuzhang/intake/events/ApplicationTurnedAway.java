package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** Not accepted. Ground: NOT_OURS (不受理) or REFUSED (不予受理). */
@EventType(name = "intake.application-turned-away")
public record ApplicationTurnedAway(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        LocalDate on,
        String ground,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

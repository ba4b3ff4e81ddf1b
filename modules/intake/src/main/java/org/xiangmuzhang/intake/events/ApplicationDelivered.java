package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All results were handed over together. */
@EventType(name = "intake.application-delivered")
public record ApplicationDelivered(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        LocalDate on,
        List<String> documentNumbers)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

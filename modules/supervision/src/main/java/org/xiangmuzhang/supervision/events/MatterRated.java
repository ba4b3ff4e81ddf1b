package org.xiangmuzhang.supervision.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The enterprise rated the matter once (GB/T 39735): 5 very satisfied to 1 very dissatisfied. */
@EventType(name = "supervision.matter-rated")
public record MatterRated(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        int score,
        LocalDate on,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

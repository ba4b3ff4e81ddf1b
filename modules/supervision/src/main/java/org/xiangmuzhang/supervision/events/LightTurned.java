package org.xiangmuzhang.supervision.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.spi.TurnedLight;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An item came near its limit or went past it. Light: GREEN, YELLOW, ORANGE or RED; clock:
 * STATUTORY or PROMISED.
 */
@EventType(name = "supervision.light-turned")
public record LightTurned(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String light,
        String rule,
        String clock,
        int usedDays,
        int limitDays,
        String unit,
        LocalDate due,
        LocalDate on,
        String calendar)
        implements TurnedLight {

    @Override
    public UUID subject() {
        return application;
    }
}

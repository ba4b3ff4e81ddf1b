package org.xiangmuzhang.land.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Contract and payment are complete, or the land is allocated: the land right stands from this day.
 */
@EventType(name = "land.right-established")
public record LandRightEstablished(
        UUID parcel,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        String kind,
        LocalDate on,
        int planningConditions)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return parcel;
    }
}

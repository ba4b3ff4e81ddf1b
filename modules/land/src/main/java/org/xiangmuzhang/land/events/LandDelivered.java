package org.xiangmuzhang.land.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The land was handed over on this day. */
@EventType(name = "land.delivered")
public record LandDelivered(UUID parcel, Region region, @Nullable UUID project, LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return parcel;
    }
}

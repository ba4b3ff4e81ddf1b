package org.xiangmuzhang.land.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.util.UUID;

/** A parcel with its control indicators is on offer. */
@EventType(name = "land.parcel-listed")
public record ParcelListed(
        UUID parcel,
        Region region,
        @Nullable UUID project,
        String number,
        BigDecimal areaSquareMetres,
        int planningConditions)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return parcel;
    }
}

package org.xiangmuzhang.land.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The contract of grant or the decision of allocation is signed. Kind: GRANT or ALLOCATION. */
@EventType(name = "land.parcel-transferred")
public record ParcelTransferred(
        UUID parcel,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        String kind,
        LocalDate signedOn,
        int planningConditions)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return parcel;
    }
}

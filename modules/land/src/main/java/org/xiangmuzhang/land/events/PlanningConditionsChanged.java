package org.xiangmuzhang.land.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/**
 * The planning conditions of a parcel have a new version; what relied on the old one is touched.
 */
@EventType(name = "land.planning-conditions-changed")
public record PlanningConditionsChanged(
        UUID parcel, Region region, @Nullable UUID project, int planningConditions)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return parcel;
    }
}

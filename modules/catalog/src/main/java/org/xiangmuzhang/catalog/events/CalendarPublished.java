package org.xiangmuzhang.catalog.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** The working calendar has a new version: open due dates are computed again. */
@EventType(name = "catalog.calendar-published")
public record CalendarPublished(UUID calendar, Region region, String version)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return calendar;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The enterprise took the mandate back from this day. */
@EventType(name = "steward.mandate-revoked")
public record MandateRevoked(UUID project, Region region, UUID mandate, LocalDate on, UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

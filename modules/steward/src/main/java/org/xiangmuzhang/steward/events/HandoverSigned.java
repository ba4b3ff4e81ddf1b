package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The new steward signed for this version of the pack. */
@EventType(name = "steward.handover-signed")
public record HandoverSigned(
        UUID project, Region region, UUID handover, UUID by, int version, LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An item was decided outside the platform; recorded with its document, its date, its proof and the
 * day it was last verified, or null while nobody has verified it.
 */
@EventType(name = "steward.decided-elsewhere")
public record DecidedElsewhere(
        UUID project,
        Region region,
        String itemCode,
        String documentNumber,
        LocalDate decidedOn,
        UUID file,
        @Nullable LocalDate verifiedOn)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

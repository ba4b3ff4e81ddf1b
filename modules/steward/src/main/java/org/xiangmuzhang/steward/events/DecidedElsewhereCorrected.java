package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What was recorded of a decision made outside the platform was wrong: this holds instead. Verified
 * null: nobody has verified it yet. Remark: id of the reason.
 */
@EventType(name = "steward.decided-elsewhere-corrected")
public record DecidedElsewhereCorrected(
        UUID project,
        Region region,
        String itemCode,
        String documentNumber,
        LocalDate decidedOn,
        UUID file,
        @Nullable LocalDate verifiedOn,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

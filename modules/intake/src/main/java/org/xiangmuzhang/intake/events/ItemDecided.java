package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The department decided. Outcome: APPROVED, APPROVED_WITH_OWED or REJECTED. Used days by the unit
 * of each limit. Remark: the reason of a rejection, or null.
 */
@EventType(name = "intake.item-decided")
public record ItemDecided(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        String mode,
        String outcome,
        LocalDate decidedOn,
        @Nullable String documentNumber,
        @Nullable Integer statutoryUsed,
        int promisedUsed,
        String calendar,
        @Nullable UUID remark)
        implements LoggedEvent {

    /** A decision without a remark. */
    public ItemDecided(
            UUID application,
            Region region,
            @Nullable UUID project,
            UUID task,
            String itemCode,
            String department,
            String mode,
            String outcome,
            LocalDate decidedOn,
            @Nullable String documentNumber,
            @Nullable Integer statutoryUsed,
            int promisedUsed,
            String calendar) {
        this(
                application,
                region,
                project,
                task,
                itemCode,
                department,
                mode,
                outcome,
                decidedOn,
                documentNumber,
                statutoryUsed,
                promisedUsed,
                calendar,
                null);
    }

    @Override
    public UUID subject() {
        return application;
    }
}

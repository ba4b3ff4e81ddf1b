package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An obligation is late or seems to be broken, and an approver has to say what becomes of the
 * decision. Cause: LATE, FOUND_BROKEN or REPORTED.
 */
@EventType(name = "intake.obligation-questioned")
public record ObligationQuestioned(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        UUID obligation,
        String kind,
        String cause,
        LocalDate on,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An approver said what becomes of a decision whose obligation was in question. Outcome: EXTENDED
 * until the due day, UPHELD or REVOKED.
 */
@EventType(name = "intake.obligation-settled")
public record ObligationSettled(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        UUID obligation,
        String kind,
        String outcome,
        @Nullable LocalDate due,
        LocalDate on,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

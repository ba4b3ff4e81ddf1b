package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The window mended what it had taken down wrongly, before anything was decided. Enterprise and
 * project are the right ones, the same as before where only items were wrong; project null: none.
 */
@EventType(name = "intake.application-rectified")
public record ApplicationRectified(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        UUID enterpriseBefore,
        LocalDate on,
        List<RectifiedItem> items,
        UUID remark)
        implements LoggedEvent {

    /**
     * The same task with another item. Limits in days with unit WORKING_DAYS or CALENDAR_DAYS;
     * acceptedOn is the day from which they count, null before acceptance.
     */
    public record RectifiedItem(
            UUID task,
            String itemCodeBefore,
            String itemCode,
            String itemVersion,
            String department,
            String mode,
            @Nullable Integer statutoryDays,
            @Nullable String statutoryUnit,
            int promisedDays,
            String promisedUnit,
            @Nullable LocalDate acceptedOn) {}

    @Override
    public UUID subject() {
        return application;
    }
}

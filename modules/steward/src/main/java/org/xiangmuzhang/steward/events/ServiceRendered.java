package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The enterprise was served: visited, advised before filing, and the like. Kind: VISIT, ADVICE,
 * EARLY (提前介入), RECEPTION or CLOUD (云指导); place: ENTERPRISE, SITE, OFFICE, HALL or ONLINE;
 * condition: what was advised is a condition of the item. Remark: what was said.
 */
@EventType(name = "steward.service-rendered")
public record ServiceRendered(
        UUID entry,
        UUID project,
        Region region,
        String kind,
        String place,
        @Nullable String itemCode,
        boolean condition,
        LocalDate on,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return entry;
    }
}

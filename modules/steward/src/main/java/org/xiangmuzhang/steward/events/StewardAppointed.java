package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One named steward answers for the project from this day. Before: who did until then, or null;
 * remark: why this one, or null.
 */
@EventType(name = "steward.steward-appointed")
public record StewardAppointed(
        UUID project,
        Region region,
        UUID steward,
        @Nullable UUID before,
        LocalDate on,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

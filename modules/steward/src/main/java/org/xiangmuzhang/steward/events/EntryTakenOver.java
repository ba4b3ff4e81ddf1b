package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of a take-over. Kind: DECISION, HISTORY or DOCUMENT; begun and on: the days that the line
 * names, on the one on which it happened; remark: what it says, or null when it says nothing.
 */
@EventType(name = "steward.entry-taken-over")
public record EntryTakenOver(
        UUID project,
        Region region,
        String kind,
        @Nullable String itemCode,
        @Nullable String documentNumber,
        @Nullable LocalDate begun,
        LocalDate on,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

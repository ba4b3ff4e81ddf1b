package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The enterprise lets a mandate cover no more than this from now on; null stages, items: any. */
@EventType(name = "steward.mandate-narrowed")
public record MandateNarrowed(
        UUID project,
        Region region,
        UUID mandate,
        List<String> acts,
        LocalDate from,
        LocalDate until,
        @Nullable List<String> stages,
        @Nullable List<String> items,
        LocalDate on,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

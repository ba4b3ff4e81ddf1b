package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An act that is no application was done: mandate, study, joint pre-examination, land grant and the
 * like.
 */
@EventType(name = "steward.milestone-reached")
public record MilestoneReached(
        UUID project, Region region, String itemCode, LocalDate on, @Nullable UUID proof)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

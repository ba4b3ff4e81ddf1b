package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** An item of one project of a batch was decided with the figures that all share. */
@EventType(name = "steward.batch-member-decided")
public record BatchMemberDecided(
        UUID batch,
        Region region,
        UUID project,
        String itemCode,
        String documentNumber,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return batch;
    }
}

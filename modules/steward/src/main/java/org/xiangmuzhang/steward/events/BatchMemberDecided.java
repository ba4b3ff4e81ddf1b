package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An item of one project of a batch was decided with the figures that all share; null: not told
 * then.
 */
@EventType(name = "steward.batch-member-decided")
public record BatchMemberDecided(
        UUID batch,
        Region region,
        UUID project,
        String itemCode,
        String documentNumber,
        LocalDate on,
        @Nullable List<Figure> figures)
        implements LoggedEvent {

    /** What a figure means, by its code, and how much it was. */
    public record Figure(String meaning, BigDecimal value) {}

    @Override
    public UUID subject() {
        return batch;
    }
}

package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.util.UUID;

/** What the assessment of an item would have cost by itself, and what was paid for it, in yuan. */
@EventType(name = "steward.book-cost-booked")
public record BookCostBooked(
        UUID book,
        Region region,
        UUID project,
        String itemCode,
        BigDecimal alone,
        BigDecimal government,
        BigDecimal enterprise)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

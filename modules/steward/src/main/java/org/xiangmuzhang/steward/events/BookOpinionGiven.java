package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** What a department says of its chapter: AGREED or OBJECTED. */
@EventType(name = "steward.book-opinion-given")
public record BookOpinionGiven(
        UUID book,
        Region region,
        UUID project,
        String itemCode,
        String department,
        String verdict,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

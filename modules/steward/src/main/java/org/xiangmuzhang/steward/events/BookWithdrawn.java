package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.UUID;

/** A book was given up before its reply, for the reason that the remark gives. */
@EventType(name = "steward.book-withdrawn")
public record BookWithdrawn(UUID book, Region region, UUID project, List<String> items, UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

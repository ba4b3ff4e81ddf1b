package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.UUID;

/** A shared datum of a book is as the remark says; opinions on these items do not hold any more. */
@EventType(name = "steward.book-datum-entered")
public record BookDatumEntered(
        UUID book, Region region, UUID project, String meaning, List<String> items, UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

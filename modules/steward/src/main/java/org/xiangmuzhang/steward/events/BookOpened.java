package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.UUID;

/** 一本制: several assessments of a project become chapters of one book. */
@EventType(name = "steward.book-opened")
public record BookOpened(UUID book, Region region, UUID project, String bundle, List<String> items)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

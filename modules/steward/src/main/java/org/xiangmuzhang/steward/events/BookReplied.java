package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 一件批文: one reply for every chapter of a book. */
@EventType(name = "steward.book-replied")
public record BookReplied(
        UUID book,
        Region region,
        UUID project,
        List<String> items,
        String documentNumber,
        LocalDate on,
        UUID file)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

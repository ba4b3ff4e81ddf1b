package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** Who drafts a book is named by the remark; GOVERNMENT, ENTERPRISE or both (SHARED) pay. */
@EventType(name = "steward.book-commissioned")
public record BookCommissioned(
        UUID book, Region region, UUID project, String payer, UUID file, UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return book;
    }
}

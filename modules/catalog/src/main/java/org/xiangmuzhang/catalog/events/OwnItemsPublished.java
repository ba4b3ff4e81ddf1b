package org.xiangmuzhang.catalog.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Items of a place's own list have new versions that hold from a day on.
 *
 * @param number of the publication, counted by place; versions are named {@code 0~region.number}
 * @param items how many
 * @param itemCodes their codes, none when there are more than a hundred
 */
@EventType(name = "catalog.own-items-published")
public record OwnItemsPublished(
        UUID publication,
        Region region,
        int number,
        LocalDate from,
        int items,
        List<String> itemCodes)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return publication;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An enterprise that was found twice is one: what was the dissolved one's is the kept one's from
 * this day. Contexts tell of each matter that passed in events of their own.
 */
@EventType(name = "parties.enterprises-merged")
public record EnterprisesMerged(UUID kept, Region region, UUID dissolved, UUID merger, LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return kept;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

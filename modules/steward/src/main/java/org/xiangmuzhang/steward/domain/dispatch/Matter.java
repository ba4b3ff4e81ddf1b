package org.xiangmuzhang.steward.domain.dispatch;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/**
 * Something that a dispatch is about; of one kind about one thing there is one.
 *
 * @param about id of the ticket, project, factor, point, item or promise
 * @param region where it belongs
 */
public record Matter(Kind kind, UUID about, Region region, @Nullable UUID project) {

    /** What makes it one and the same. */
    public record Key(Kind kind, UUID about) {}

    public Key key() {
        return new Key(kind, about);
    }
}

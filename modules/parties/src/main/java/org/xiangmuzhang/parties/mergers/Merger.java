package org.xiangmuzhang.parties.mergers;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * That two enterprises are one: proposed by an administrator, decided by another one.
 *
 * @param region that of the one that is kept
 * @param reason the remark of who proposed it
 * @param decision null while it waits
 */
record Merger(
        UUID id,
        Region region,
        UUID kept,
        UUID dissolved,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        UUID reason,
        @Nullable Decision decision) {

    enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * What the second person said, or the first one who took it back.
     *
     * @param reason the remark of who decided
     */
    record Decision(UUID by, Instant at, UUID reason) {}
}

package org.xiangmuzhang.parties.mergers;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of an enterprise's history.
 *
 * @param kind {@code REGISTERED}, {@code RENAMED}, {@code MERGER_} with its state, or {@code POST_}
 *     with what was done with the post of somebody who acts for it
 * @param reason the remark of who did it
 * @param person whose post it is, else null
 * @param about the name it had, or name and code of the other enterprise, else null
 */
record Happened(
        UUID id,
        Instant at,
        String kind,
        UUID by,
        UUID reason,
        @Nullable UUID person,
        @Nullable String about) {}

package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the record of posts.
 *
 * @param person whose post it is
 * @param lastDay for {@link Kind#ENDED}, else null
 * @param reason the remark of who did it
 */
record Act(
        UUID id,
        Region region,
        Kind kind,
        UUID person,
        UUID post,
        @Nullable LocalDate lastDay,
        UUID by,
        Instant at,
        UUID reason) {

    enum Kind {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN,
        ENDED,
        TAKEN_AWAY
    }
}

package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the record of posts.
 *
 * @param person whose post it is, or who is a substitute in it
 * @param post null where it concerns none in particular
 * @param lastDay of a post that was ended or of a substitute, else null
 * @param reason the remark of who did it
 */
record Act(
        UUID id,
        Region region,
        Kind kind,
        UUID person,
        @Nullable UUID post,
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
        TAKEN_AWAY,
        SUBSTITUTE_NAMED,
        SUBSTITUTE_CONFIRMED,
        SUBSTITUTE_ENDED,
        SESSIONS_ENDED,
        SECRET_GIVEN,
        PASSWORD_RESET,
        AGENT_LET_IN,
        AGENT_PASSED_ON
    }
}

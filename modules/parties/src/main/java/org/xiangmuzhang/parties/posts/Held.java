package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.parties.Post;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A post as it stands on record.
 *
 * @param takenAway when, or null
 */
record Held(Post post, @Nullable Instant takenAway) {

    enum State {
        NOT_YET,
        OPEN,
        OVER,
        TAKEN_AWAY
    }

    State state(LocalDate on) {
        if (takenAway != null) {
            return State.TAKEN_AWAY;
        }
        if (!isOpen(on)) {
            return State.OVER;
        }
        return post.from().isAfter(on) ? State.NOT_YET : State.OPEN;
    }

    /** Whether it counts on the day or will count after it. */
    boolean isOpen(LocalDate on) {
        LocalDate last = post.to();
        return takenAway == null && (last == null || !last.isBefore(on));
    }
}

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

    /** Whether it counts on the day or will count after it. */
    boolean isOpen(LocalDate on) {
        LocalDate last = post.to();
        return takenAway == null && (last == null || !last.isBefore(on));
    }
}

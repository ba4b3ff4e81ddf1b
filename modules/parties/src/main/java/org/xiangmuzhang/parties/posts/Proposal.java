package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.parties.Post;

import java.util.UUID;

/**
 * A post that an administrator proposes for somebody.
 *
 * @param post as it will be; it has the proposal's id
 * @param decidedBy null while it waits
 */
record Proposal(Post post, State state, UUID proposedBy, @Nullable UUID decidedBy) {

    enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }

    UUID id() {
        return post.id();
    }
}

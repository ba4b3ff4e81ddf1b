package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.util.List;

/**
 * Who sent a request.
 *
 * @param posts those held today
 * @param current the post acted in, null when none is held
 */
record Caller(Person person, List<Post> posts, @Nullable Post current) {

    Caller {
        posts = List.copyOf(posts);
    }

    /** Refuses with {@code no-post} when the person may do nothing today. */
    Post post() {
        if (current == null) {
            throw Refusal.forbidden("no-post");
        }
        return current;
    }

    /** The person acting in that post. */
    Actor actor() {
        return post().actor();
    }
}

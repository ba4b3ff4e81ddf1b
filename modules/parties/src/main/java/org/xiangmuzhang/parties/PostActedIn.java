package org.xiangmuzhang.parties;

import java.util.Optional;

/** In which post the request of this thread acts, where it is asked for more than an actor says. */
public interface PostActedIn {

    /** Empty where nobody has sent a request, or who did holds no post. */
    Optional<Post> now();
}

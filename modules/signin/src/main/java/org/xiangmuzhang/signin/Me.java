package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.parties.Post;

import java.util.List;
import java.util.UUID;

/** Tells callers who they are here. */
@RestController
class Me {

    private final Callers callers;

    Me(Callers callers) {
        this.callers = callers;
    }

    record Myself(UUID id, String login, String name) {}

    /**
     * The caller.
     *
     * @param posts those held today, the oldest first
     * @param current id of the post that a request acts in, chosen with {@code X-Post}
     */
    record Answer(Myself person, List<Post> posts, @Nullable UUID current) {}

    @GetMapping("/api/me")
    Answer me(HttpServletRequest request) {
        Caller caller = callers.of(request);
        Post current = caller.current();
        return new Answer(
                new Myself(caller.person().id(), caller.person().login(), caller.person().name()),
                caller.posts(),
                current == null ? null : current.id());
    }
}

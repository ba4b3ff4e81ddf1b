package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.Post;

import java.util.List;
import java.util.UUID;

/** Who the caller is here. */
@RestController
class MeController {

    private final CurrentPost currentPost;

    MeController(CurrentPost currentPost) {
        this.currentPost = currentPost;
    }

    /** The person, the posts held today, and the one acted in when none is named. */
    record Me(UUID person, String login, String name, List<Post> posts, Post current) {}

    @GetMapping("/api/me")
    Me me(HttpServletRequest request) {
        CurrentPost.Caller caller =
                currentPost.caller(request).orElseThrow(() -> Refusal.forbidden("no-post"));
        if (caller.current() == null) {
            throw Refusal.forbidden("no-post");
        }
        return new Me(
                caller.person().id(),
                caller.person().login(),
                caller.person().name(),
                caller.posts(),
                caller.current());
    }
}

package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * In which post the caller of the current request acts: the one named by the header {@code X-Post}
 * or chosen in the session, else the first that is valid today. Looked up once per request, so that
 * a post taken away counts no more at once.
 */
@Component
class CurrentPost implements CurrentActor {

    static final String CHOSEN = "post";

    private static final String HEADER = "X-Post";
    private static final String FOUND = CurrentPost.class.getName();

    private final People people;
    private final Clock clock;

    CurrentPost(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The person behind the request, the posts held today, and the one acted in. */
    record Caller(Person person, List<Post> posts, @Nullable Post current) {}

    @Override
    public @Nullable Actor get() {
        HttpServletRequest request = request();
        if (request == null) {
            return null;
        }
        return caller(request).map(Caller::current).map(Post::actor).orElse(null);
    }

    /** The actor, or a refusal when the caller is nobody here or holds no post today. */
    Actor required(HttpServletRequest request) {
        Post post = caller(request).map(Caller::current).orElse(null);
        if (post == null) {
            throw Refusal.forbidden("no-post");
        }
        return post.actor();
    }

    /** Empty when nobody is signed in, or the person is not known here. */
    Optional<Caller> caller(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Caller caller) {
            return Optional.of(caller);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        Optional<Caller> caller =
                people.byLogin(authentication.getName()).map(person -> find(person, request));
        caller.ifPresent(
                found -> {
                    request.setAttribute(FOUND, found);
                    if (found.current() != null) {
                        request.setAttribute(Region.class.getName(), found.current().region());
                    }
                });
        return caller;
    }

    private Caller find(Person person, HttpServletRequest request) {
        List<Post> posts = people.posts(person.id(), WorkingDays.today(clock));
        UUID chosen = chosen(request);
        Post current =
                posts.stream()
                        .filter(post -> post.id().equals(chosen))
                        .findFirst()
                        .orElse(posts.isEmpty() || named(request) ? null : posts.getFirst());
        return new Caller(person, posts, current);
    }

    private static boolean named(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }

    private static @Nullable UUID chosen(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            try {
                return UUID.fromString(header);
            } catch (IllegalArgumentException e) {
                throw Refusal.forbidden("no-post");
            }
        }
        HttpSession session = request.getSession(false);
        return session == null ? null : (UUID) session.getAttribute(CHOSEN);
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest()
                : null;
    }
}

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
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the person and the posts behind a request, once per request and never longer, so that a
 * post that is taken away stops working at once.
 */
@Component
class Callers {

    static final String SESSION_POST = "post";
    private static final String HEADER = "X-Post";
    private static final String FOUND = Callers.class.getName();

    private final People people;
    private final SignedOut signedOut;
    private final SightOfCallers sight;
    private final Clock clock;

    Callers(People people, SignedOut signedOut, SightOfCallers sight, Clock clock) {
        this.people = people;
        this.signedOut = signedOut;
        this.sight = sight;
        this.clock = clock;
    }

    /** The caller of the request that this thread works on, if there is one and it is known. */
    Optional<Caller> now() {
        if (RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                && login() != null) {
            try {
                return Optional.of(of(attributes.getRequest()));
            } catch (Refusal refusal) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the caller acts as administrator. */
    boolean isAdministrator() {
        return now().map(Caller::current)
                .filter(post -> post.role() == Role.ADMINISTRATOR)
                .isPresent();
    }

    /** Whether the caller's token was issued before the caller signed out everywhere. */
    boolean isSignedOut(HttpServletRequest request) {
        try {
            of(request);
            return false;
        } catch (Refusal refusal) {
            return refusal.rule().equals(SignedOut.RULE);
        }
    }

    /**
     * Refuses with {@code person-unknown}, {@code signed-out}, {@code post-unreadable} or {@code
     * post-not-held}.
     */
    Caller of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Caller found) {
            return found;
        }
        Caller caller = Sight.ALL.during(() -> find(request));
        request.setAttribute(FOUND, caller);
        sight.found(caller);
        if (caller.current() != null) {
            // the answer kept under an idempotency key stands in this region
            request.setAttribute(Region.class.getName(), caller.current().region());
        }
        return caller;
    }

    private Caller find(HttpServletRequest request) {
        String login = login();
        if (login == null) {
            throw Refusal.forbidden("person-unknown");
        }
        People.Acting known =
                people.acting(login, WorkingDays.today(clock))
                        .orElseThrow(() -> Refusal.forbidden("person-unknown"));
        if (signedOut.before(known.person().id())) {
            throw Refusal.forbidden(SignedOut.RULE);
        }
        List<Post> posts = known.posts();
        return new Caller(known.person(), posts, current(request, posts));
    }

    private static @Nullable Post current(HttpServletRequest request, List<Post> posts) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            return held(posts, id(header))
                    .orElseThrow(() -> Refusal.forbidden("post-not-held", header));
        }
        HttpSession session = request.getSession(false);
        Optional<Post> chosen =
                session != null && session.getAttribute(SESSION_POST) instanceof UUID id
                        ? held(posts, id)
                        : Optional.empty();
        return chosen.orElse(posts.isEmpty() ? null : posts.getFirst());
    }

    private static Optional<Post> held(List<Post> posts, UUID id) {
        return posts.stream().filter(post -> post.id().equals(id)).findFirst();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("post-unreadable", List.of(), HEADER);
        }
    }

    /** Whoever signed in or sent a token, null for strangers. */
    static @Nullable String login() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? null
                : authentication.getName();
    }
}

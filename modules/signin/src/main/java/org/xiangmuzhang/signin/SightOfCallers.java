package org.xiangmuzhang.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The second wall: a request sees no walled row until its caller is known, and then only the rows
 * of the regions that the post reaches, or of the enterprise that it acts for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SightOfCallers extends OncePerRequestFilter {

    /** They see what is their enterprise's, and no place's. */
    private static final Set<Role> OUTSIDERS = EnumSet.of(Role.APPLICANT, Role.INTERMEDIARY);

    private static final UUID NO_ENTERPRISE = new UUID(0, 0);

    private final ObjectProvider<ReachOfPosts> reach;

    SightOfCallers(ObjectProvider<ReachOfPosts> reach) {
        this.reach = reach;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Sight.NOTHING.use();
        try {
            chain.doFilter(request, response);
        } finally {
            Sight.ALL.use();
        }
    }

    /** What is measured is the platform's, and shows no row. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The caller of this thread's request has been found. */
    void found(Caller caller) {
        Sight sight = caller.current() == null ? Sight.NOTHING : of(caller.actor());
        sight.use();
    }

    private Sight of(Actor actor) {
        if (OUTSIDERS.contains(actor.role())) {
            UUID enterprise = actor.enterprise();
            return Sight.ofEnterprise(enterprise == null ? NO_ENTERPRISE : enterprise);
        }
        ReachOfPosts known = reach.getIfAvailable();
        Set<Region> regions = known == null ? Set.of(actor.region()) : known.of(actor);
        return regions.equals(ReachOfPosts.EVERYWHERE)
                ? Sight.ALL
                : Sight.ofRegions(regions.stream().map(Region::code).collect(Collectors.toSet()));
    }
}

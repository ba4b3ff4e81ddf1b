package org.xiangmuzhang.rest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

import java.io.IOException;

/**
 * Lets in a few requests at once of the identity provider, which is nobody's principal, in a lane
 * of their own: a whole directory that is pushed takes neither the places of those who sign in nor
 * the connections of the others. It comes after the security chain, so whoever shows no token takes
 * no place. No backlog stops it: who has left is out at once.
 */
@Component
@Order(-14)
class ProvisioningDoor extends OncePerRequestFilter {

    private final Lane lane;
    private final TurnedAway turnedAway;

    ProvisioningDoor(DoorLimits limits, TurnedAway turnedAway) {
        this.lane = limits.lane(limits.provisioning());
        this.turnedAway = turnedAway;
    }

    static boolean covers(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).startsWith("/scim/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !covers(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Passage.through(lane, turnedAway, request, response, chain);
    }
}

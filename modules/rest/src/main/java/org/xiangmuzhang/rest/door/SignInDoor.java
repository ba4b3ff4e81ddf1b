package org.xiangmuzhang.rest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;
import org.xiangmuzhang.rest.edge.ApiPath;

import java.io.IOException;

/**
 * Before the security chain, which itself answers whatever is sent to neither the interface, the
 * console nor the directory: passwords are slow to check, and a flood of them must not take every
 * thread.
 */
@Component
@Order(-110)
class SignInDoor extends OncePerRequestFilter {

    private final Lane lane;
    private final TurnedAway turnedAway;

    SignInDoor(DoorLimits limits, TurnedAway turnedAway) {
        this.lane = limits.lane(limits.signIns());
        this.turnedAway = turnedAway;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || ApiPath.covers(request)
                || ProvisioningDoor.covers(request)
                || UrlPathHelper.defaultInstance
                        .getPathWithinApplication(request)
                        .startsWith("/console");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Passage.through(lane, turnedAway, request, response, chain);
    }
}

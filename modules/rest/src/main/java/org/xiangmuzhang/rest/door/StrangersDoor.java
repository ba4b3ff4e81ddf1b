package org.xiangmuzhang.rest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiangmuzhang.rest.OpenToAll;

import java.io.IOException;

/**
 * Lets in few strangers at once, in a lane of their own: what is open to all asks the database, and
 * nobody knows who they are.
 */
@Component
@Order(-14)
class StrangersDoor extends OncePerRequestFilter {

    private final Lane lane;
    private final TurnedAway turnedAway;
    private final ObjectProvider<OpenToAll> open;

    StrangersDoor(DoorLimits limits, TurnedAway turnedAway, ObjectProvider<OpenToAll> open) {
        this.lane = limits.lane(limits.strangers());
        this.turnedAway = turnedAway;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() != null
                || open.stream().noneMatch(one -> one.covers(request));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Passage.through(lane, turnedAway, request, response, chain);
    }
}

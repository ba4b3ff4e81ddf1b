package org.xiangmuzhang.rest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiangmuzhang.rest.FirstDoor;

import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps one client's flood from the others: nobody has more than a few requests inside at once.
 * Stands where a client cannot choose who it is: for programs in the security chain, before their
 * posts are looked up, for people behind it; and before bodies are read. It remembers nobody who is
 * not inside.
 */
@Component
@Order(-40)
class ClientDoor extends OncePerRequestFilter implements FirstDoor {

    private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();
    private final DoorLimits limits;
    private final TurnedAway turnedAway;

    ClientDoor(DoorLimits limits, TurnedAway turnedAway) {
        this.limits = limits;
        this.turnedAway = turnedAway;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal client = request.getUserPrincipal();
        if (client == null) {
            chain.doFilter(request, response);
            return;
        }
        String name = client.getName();
        try {
            if (inside.merge(name, 1, Integer::sum) > limits.client()) {
                turnedAway.tooManyOfOne(request, response, limits.client());
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            inside.computeIfPresent(name, (same, count) -> count == 1 ? null : count - 1);
        }
    }
}

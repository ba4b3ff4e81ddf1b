package org.xiangmuzhang.rest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** Goes on in a lane, or is turned away. */
final class Passage {

    private Passage() {}

    static void through(
            Lane lane,
            TurnedAway turnedAway,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (!enters(lane)) {
            turnedAway.tooManyOfAll(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            lane.leave();
        }
    }

    private static boolean enters(Lane lane) {
        try {
            return lane.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.xiangmuzhang.rest.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiangmuzhang.rest.Backlog;
import org.xiangmuzhang.rest.ProblemDocuments;
import org.xiangmuzhang.rest.edge.ApiPath;

import java.io.IOException;
import java.util.Locale;

/**
 * Lets in as many as the database can serve: commands in one lane, reads in another, whoever sent
 * them. Comes when the whole body is here, so that a slow line holds nobody up, and before a
 * connection is borrowed for anything but who is asking. While a backlog is too long no command is
 * let in at all.
 */
@Component
@Order(-15)
class PlatformDoor extends OncePerRequestFilter {

    private final Lane commands;
    private final Lane reads;
    private final TurnedAway turnedAway;
    private final ProblemDocuments problems;
    private final ObjectProvider<Backlog> backlogs;

    PlatformDoor(
            DoorLimits limits,
            TurnedAway turnedAway,
            ProblemDocuments problems,
            ObjectProvider<Backlog> backlogs) {
        this.commands = limits.lane(limits.commands());
        this.reads = limits.lane(limits.reads());
        this.turnedAway = turnedAway;
        this.problems = problems;
        this.backlogs = backlogs;
    }

    /** Files of the console's own look and strangers ask the database nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads) {
            Passage.through(this.reads, turnedAway, request, response, chain);
        } else if (backlogs.stream().anyMatch(Backlog::isTooLong)) {
            turnedAway.tooManyOfAll(request, response);
        } else if (isWhole(request, response)) {
            Passage.through(commands, turnedAway, request, response, chain);
        }
    }

    /** Has the container read an upload to its end; smaller bodies have been read before. */
    private boolean isWhole(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return true;
        }
        try {
            request.getParts();
            return true;
        } catch (IOException | ServletException | IllegalStateException e) {
            if (!ApiPath.covers(request)) {
                throw e;
            }
            problems.write(request, response, e);
            return false;
        }
    }
}

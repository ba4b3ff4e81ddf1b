package org.xiangmuzhang.rest.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.rest.Problem;
import org.xiangmuzhang.rest.ProblemDocuments;
import org.xiangmuzhang.rest.Refusals;
import org.xiangmuzhang.rest.edge.ApiPath;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tells a client to come again: a program by a problem document, a person by a page. */
@Component
class TurnedAway {

    private final ProblemDocuments problems;
    private final Refusals refusals;
    private final String seconds;

    TurnedAway(ProblemDocuments problems, Refusals refusals, DoorLimits limits) {
        this.problems = problems;
        this.refusals = refusals;
        this.seconds = Long.toString(Math.max(1, limits.retryAfter().toSeconds()));
    }

    void tooManyOfOne(HttpServletRequest request, HttpServletResponse response, int allowed)
            throws IOException {
        answer(request, response, 429, "too-many-at-once", List.of(allowed));
    }

    void tooManyOfAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, 503, "overloaded", List.of());
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String rule,
            List<Object> arguments)
            throws IOException {
        Map<String, String> later = Map.of(HttpHeaders.RETRY_AFTER, seconds);
        if (ApiPath.covers(request)) {
            Problem problem = new Problem(status, rule, List.of(), arguments, later);
            problems.write(request, response, problem);
        } else {
            refusals.count(rule, status);
            later.forEach(response::setHeader);
            response.sendError(status);
        }
    }
}

package org.xiangmuzhang.rest.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiangmuzhang.rest.Problem;
import org.xiangmuzhang.rest.ProblemDocuments;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * Refuses what cannot be answered or read before anything happens: a change whose caller does not
 * take JSON, and a body whose type is a pattern.
 */
@Component
@Order(-30)
class MediaTypeFilter extends OncePerRequestFilter {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final ProblemDocuments problems;

    MediaTypeFilter(ProblemDocuments problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.covers(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (isPattern(request.getContentType())) {
            problems.write(request, response, Problem.of(415, "media-type-unsupported", JSON));
        } else if (!read && !takesJson(request)) {
            problems.write(request, response, Problem.of(406, "not-acceptable", JSON));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPattern(@Nullable String type) {
        return type != null && type.split(";", 2)[0].contains("*");
    }

    private static boolean takesJson(HttpServletRequest request) {
        List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        try {
            return accepted.isEmpty()
                    || MediaType.parseMediaTypes(accepted).stream()
                            .anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}

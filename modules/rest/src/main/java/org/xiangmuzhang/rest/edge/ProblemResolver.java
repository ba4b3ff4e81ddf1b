package org.xiangmuzhang.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.xiangmuzhang.rest.ProblemDocuments;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Answers whatever a controller of the interface throws, and requests that no controller takes; of
 * pages only that the platform is unavailable for a moment.
 */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private final ProblemDocuments problems;

    ProblemResolver(ProblemDocuments problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        try {
            if (ApiPath.covers(request)) {
                problems.write(request, response, thrown);
            } else if (!problems.sayUnavailable(response, thrown)) {
                return null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }
}

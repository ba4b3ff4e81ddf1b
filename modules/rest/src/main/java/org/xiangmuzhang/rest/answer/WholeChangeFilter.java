package org.xiangmuzhang.rest.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.xiangmuzhang.rest.ProblemDocuments;
import org.xiangmuzhang.rest.edge.ApiPath;

import java.io.IOException;
import java.util.Set;

/**
 * Makes every other change whole: its effects and its answer are one transaction, so that who hears
 * a refusal may rely on it that nothing has changed.
 */
@Component
@Order(-10)
class WholeChangeFilter extends OncePerRequestFilter {

    private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

    private final ProblemDocuments problems;
    private final TransactionTemplate transaction;

    WholeChangeFilter(ProblemDocuments problems, PlatformTransactionManager manager) {
        this.problems = problems;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.covers(request) || !CHANGES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(
                    status -> {
                        try {
                            chain.doFilter(request, held);
                        } catch (IOException | ServletException e) {
                            throw new UndecidedException(e);
                        }
                        if (held.getStatus() >= 400) {
                            status.setRollbackOnly();
                        }
                    });
        } catch (RuntimeException e) {
            problems.write(request, response, e);
            return;
        }
        held.copyBodyToResponse();
    }
}

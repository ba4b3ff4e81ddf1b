package org.xiangmuzhang.journey;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Lets a journey send a change that is heard, answered and then undone: behind sign-in and before
 * everything else, the whole request is one transaction that never commits. So the same change may
 * be tried by everybody on the same state of things.
 */
@Order(-11)
final class Rehearsals extends OncePerRequestFilter {

    static final String HEADER = "X-Rehearsal";

    private final TransactionTemplate transaction;

    Rehearsals(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Exception[] thrown = new Exception[1];
        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    try {
                        chain.doFilter(request, response);
                    } catch (IOException | ServletException e) {
                        thrown[0] = e;
                    }
                });
        if (thrown[0] instanceof IOException e) {
            throw e;
        }
        if (thrown[0] instanceof ServletException e) {
            throw e;
        }
    }
}

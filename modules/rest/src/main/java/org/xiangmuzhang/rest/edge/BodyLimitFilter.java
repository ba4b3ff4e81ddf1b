package org.xiangmuzhang.rest.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xiangmuzhang.rest.Problem;
import org.xiangmuzhang.rest.ProblemDocuments;

import java.io.IOException;
import java.util.Locale;

/**
 * Reads bodies into memory up to one MiB and refuses larger ones; uploads pass, they have a limit
 * of their own. Comes after the security chain, so that strangers are not listened to.
 */
@Component
@Order(-20)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final int LARGEST = 1024 * 1024;

    private final ProblemDocuments problems;

    BodyLimitFilter(ProblemDocuments problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.isForPrograms(request) || ApiPath.covers(request) && isMultipart(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(LARGEST + 1);
        } catch (IOException brokenOff) {
            problems.write(request, response, brokenOff);
            return;
        }
        if (body.length > LARGEST) {
            problems.write(request, response, Problem.of(413, "body-too-large", LARGEST));
        } else {
            chain.doFilter(new WholeBody(request, body), response);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}

package org.xiangmuzhang.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes problem documents (RFC 9457): a stable {@code type}, {@code title} and {@code detail} in
 * Chinese or English as {@code Accept-Language} asks, the rule, the status, JSON pointers to the
 * fields at fault. Never a stack trace.
 */
@Component
public class ProblemDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDocuments.class);
    private static final String REQUEST_ID = "X-Request-Id";

    private final MessageSource messages;
    private final JsonMapper json;
    private final Refusals refusals;

    ProblemDocuments(MessageSource messages, JsonMapper json, Refusals refusals) {
        this.messages = messages;
        this.json = json;
        this.refusals = refusals;
    }

    record Document(
            String type,
            String title,
            int status,
            String detail,
            String rule,
            List<String> pointers) {}

    /** Writes what was thrown as a problem; what is our fault goes to the log as well. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
            throws IOException {
        Problem problem = Problems.of(thrown);
        if (problem.status() == 503) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), cause(thrown));
        } else if (problem.isOurs()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        }
        write(request, response, problem);
    }

    /**
     * Ends a request for a page, if all that is wrong passes by itself, and tells whether it is.
     */
    public boolean sayUnavailable(HttpServletResponse response, Throwable thrown)
            throws IOException {
        Problem problem = Problems.of(thrown);
        if (problem.status() != 503) {
            return false;
        }
        LOG.warn("A page is unavailable: {}", cause(thrown));
        problem.headers().forEach(response::setHeader);
        response.sendError(503);
        return true;
    }

    /** What began it, in one line: while the platform is busy there are many of them. */
    private static String cause(Throwable thrown) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(thrown));
    }

    /** Writes what a bare HTTP status says. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        write(request, response, Problems.byStatus(status));
    }

    /** Writes a problem in the caller's language, unless an answer is on its way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        refusals.count(problem.rule(), problem.status());
        String requestId = response.getHeader(REQUEST_ID);
        response.reset();
        if (requestId != null) {
            response.setHeader(REQUEST_ID, requestId);
        }
        Locale locale = Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        problem.headers().forEach(response::setHeader);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = json.writeValueAsBytes(document(problem, locale));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Document document(Problem problem, Locale locale) {
        return new Document(
                "urn:xiangmuzhang:problem:" + problem.rule(),
                text("problem-title." + problem.status(), List.of(), locale),
                problem.status(),
                text("problem." + problem.rule(), problem.arguments(), locale),
                problem.rule(),
                problem.pointers());
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        String text = messages.getMessage(key, arguments.toArray(), null, locale);
        if (text == null) {
            LOG.warn("No message {}", key);
            return key;
        }
        return text;
    }
}

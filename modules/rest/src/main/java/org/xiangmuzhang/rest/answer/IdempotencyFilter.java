package org.xiangmuzhang.rest.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.ActingPost;
import org.xiangmuzhang.rest.Problem;
import org.xiangmuzhang.rest.ProblemDocuments;
import org.xiangmuzhang.rest.edge.ApiPath;

import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes every POST happen once: the key, the effects and the answer are one transaction, and the
 * caller hears the answer only after it has ended. A refusal undoes everything, the key as well. An
 * answer is repeated only to who still acts in the post to which it was given.
 */
@Component
@Order(-10)
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("\"?([\\x21\\x23-\\x7E]{8,100})\"?");
    private static final List<String> KEPT_HEADERS =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LANGUAGE,
                    HttpHeaders.LOCATION,
                    HttpHeaders.ETAG);

    private final Answers answers;
    private final ProblemDocuments problems;
    private final ObjectProvider<ActingPost> post;
    private final TransactionTemplate transaction;

    IdempotencyFilter(
            Answers answers,
            ProblemDocuments problems,
            ObjectProvider<ActingPost> post,
            PlatformTransactionManager manager) {
        this.answers = answers;
        this.problems = problems;
        this.post = post;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.covers(request) || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String header = request.getHeader(HEADER);
        if (header == null) {
            problems.write(request, response, Problem.of(400, "idempotency-key-missing"));
            return;
        }
        var form = FORM.matcher(header);
        if (!form.matches()) {
            problems.write(request, response, Problem.of(400, "idempotency-key-form", 8, 100));
            return;
        }
        try {
            answer(question(request, form.group(1)), request, response, chain);
        } catch (Exception e) {
            problems.write(request, response, e);
        }
    }

    private void answer(
            Question question,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        Optional<Answer> given =
                transaction.execute(
                        status -> {
                            Optional<Answer> known = taken(question);
                            if (known.isEmpty()) {
                                decide(question, request, held, chain, status);
                            }
                            return known;
                        });
        if (given.isEmpty()) {
            held.copyBodyToResponse();
        } else if (given.get().question().equals(question)) {
            repeat(given.get(), response);
        } else {
            throw Refusal.invalid("idempotency-key-reused", List.of());
        }
    }

    private Optional<Answer> taken(Question question) {
        try {
            return answers.take(question);
        } catch (PessimisticLockingFailureException e) {
            throw busy();
        }
    }

    private static Refusal busy() {
        return Refusal.conflict("idempotency-key-busy");
    }

    private void decide(
            Question question,
            HttpServletRequest request,
            ContentCachingResponseWrapper held,
            FilterChain chain,
            TransactionStatus status) {
        try {
            chain.doFilter(request, held);
        } catch (IOException | ServletException e) {
            throw new UndecidedException(e);
        }
        if (held.getStatus() >= 400) {
            status.setRollbackOnly();
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value =
                    name.equals(HttpHeaders.CONTENT_TYPE)
                            ? held.getContentType()
                            : held.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Answer answer =
                new Answer(question, held.getStatus(), headers, held.getContentAsByteArray());
        if (!answers.keep(answer, region(request))) {
            throw busy(); // by a node of an older version, which takes keys in another way
        }
    }

    private static void repeat(Answer given, HttpServletResponse response) throws IOException {
        response.setStatus(given.status());
        given.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(given.body().length);
        response.getOutputStream().write(given.body());
    }

    private Question question(HttpServletRequest request, String key)
            throws IOException, ServletException {
        Principal principal = request.getUserPrincipal();
        String query = request.getQueryString();
        return new Question(
                Fingerprint.ofCaller(principal == null ? "" : principal.getName()),
                key,
                request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                Fingerprint.of(request, post.getIfAvailable()));
    }

    /** Where the caller acted, left behind by whoever found that out. */
    private static Region region(HttpServletRequest request) {
        @Nullable Object region = request.getAttribute(Region.class.getName());
        return region instanceof Region known ? known : Region.TEMPLATE;
    }
}

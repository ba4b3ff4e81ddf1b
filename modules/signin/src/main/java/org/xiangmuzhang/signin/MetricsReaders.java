package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

/**
 * Who may read metrics: administrators, and a scraper that shows the token which the operator gave
 * it, as {@code Authorization: Metrics <token>}. Without one configured, administrators alone.
 */
@Component
class MetricsReaders implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String SCHEME = "Metrics ";

    private final Callers callers;
    private final String token;

    MetricsReaders(Callers callers, @Value("${xiangmuzhang.metrics.token:}") String token) {
        this.callers = callers;
        this.token = token.strip();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        String shown = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
        return new AuthorizationDecision(
                shown != null && shown.startsWith(SCHEME)
                        ? isToken(shown.substring(SCHEME.length()))
                        : Sight.ALL.during(callers::isAdministrator));
    }

    private boolean isToken(String shown) {
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        shown.strip().getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}

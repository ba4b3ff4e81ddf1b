package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The identity provider shows the token that the operator gave it; without one nobody comes in. */
@Configuration(proxyBeanMethods = false)
class ScimSecurity {

    private static final String SCHEME = "Bearer ";

    @Bean
    @Order(0)
    SecurityFilterChain identityProvider(
            HttpSecurity http, @Value("${xiangmuzhang.scim.token:}") String token) {
        return http.securityMatcher("/scim/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.anyRequest()
                                        .access(
                                                (authentication, context) ->
                                                        new AuthorizationDecision(
                                                                isToken(
                                                                        token.strip(),
                                                                        context.getRequest()
                                                                                .getHeader(
                                                                                        HttpHeaders
                                                                                                .AUTHORIZATION)))))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                        (request, response, e) -> {
                                            response.setHeader(
                                                    HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                                            response.sendError(401);
                                        }))
                .build();
    }

    private static boolean isToken(String token, @Nullable String shown) {
        return !token.isEmpty()
                && shown != null
                && shown.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        shown.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}

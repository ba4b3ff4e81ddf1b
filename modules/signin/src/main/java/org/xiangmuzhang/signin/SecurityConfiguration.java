package org.xiangmuzhang.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.PostActedIn;
import org.xiangmuzhang.rest.ActingPost;
import org.xiangmuzhang.rest.FirstDoor;
import org.xiangmuzhang.rest.OpenToAll;
import org.xiangmuzhang.rest.Problem;
import org.xiangmuzhang.rest.ProblemDocuments;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Programs come with a token and keep no session; people sign in on a page and keep one. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String PAGE = "/sign-in";

    @Bean
    CurrentActor currentActor(Callers callers) {
        return () ->
                callers.now()
                        .filter(caller -> caller.current() != null)
                        .map(Caller::actor)
                        .orElse(null);
    }

    /** Requests are measured as a whole; each filter by itself would cost more than it says. */
    @Bean
    SecurityObservationSettings nothingOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Answered at once: whatever reads the request once more, such as a page, would fail again. */
    @Bean
    RequestRejectedHandler unreadable(ProblemDocuments problems) {
        return (request, response, e) ->
                problems.write(
                        request,
                        response,
                        new Problem(400, "request-unreadable", List.of(), List.of(), Map.of()));
    }

    @Bean
    ActingPost actingPost(Callers callers) {
        return request -> callers.of(request).post().id();
    }

    @Bean
    PostActedIn postActedIn(Callers callers) {
        return () -> callers.now().map(Caller::current);
    }

    /** Who has failed too often is not asked for a while. */
    @Bean
    @ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
    AuthenticationProvider passwordsOfPeople(
            UserDetailsService users, PasswordEncoder passwords, PastSignIns past) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        provider.setPreAuthenticationChecks(user -> past.mustNotBeLocked(user.getUsername()));
        return provider;
    }

    @Bean
    CookieSameSiteSupplier laxCookies() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http,
            ProblemDocuments problems,
            Callers callers,
            MetricsReaders metricsReaders,
            JwtAuthenticationConverter callerOfToken,
            FirstDoor firstDoor,
            ObjectProvider<OpenToAll> openToAll) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .addFilterBefore(firstDoor, AuthorizationFilter.class)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(
                                                "/actuator/health",
                                                "/actuator/health/liveness",
                                                "/actuator/health/readiness",
                                                "/api/openapi.json")
                                        .permitAll()
                                        .requestMatchers(open(openToAll))
                                        .permitAll()
                                        .requestMatchers("/actuator/prometheus")
                                        .access(metricsReaders)
                                        .requestMatchers("/actuator/**")
                                        .access(administrators(callers))
                                        .requestMatchers("/api/me")
                                        .access(signedIn(callers))
                                        .anyRequest()
                                        .access(holdersOfPosts(callers)))
                .oauth2ResourceServer(
                        server ->
                                server.jwt(jwt -> jwt.jwtAuthenticationConverter(callerOfToken))
                                        .authenticationEntryPoint(
                                                (request, response, e) ->
                                                        unauthenticated(
                                                                problems, request, response)))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                                (request, response, e) ->
                                                        unauthenticated(
                                                                problems, request, response))
                                        .accessDeniedHandler(
                                                (request, response, e) ->
                                                        denied(
                                                                problems, callers, request,
                                                                response)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> outer,
            PastSignIns past,
            ObjectProvider<OpenToAll> openToAll) {
        SignInEntryPoint signIn = new SignInEntryPoint(PAGE);
        http.addFilterBefore(new UploadsOfStrangers(signIn), CsrfFilter.class)
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(
                                                "/",
                                                PAGE,
                                                FirstSecretPages.HERE,
                                                "/favicon.ico",
                                                "/vendor/**",
                                                "/console/*.css",
                                                "/console/*.js",
                                                "/console/*.svg")
                                        .permitAll()
                                        .requestMatchers(open(openToAll))
                                        .permitAll()
                                        .requestMatchers("/error") // a page only for real errors
                                        .denyAll()
                                        .anyRequest()
                                        .authenticated())
                .logout(
                        logout ->
                                logout.logoutUrl("/console/sign-out")
                                        .logoutSuccessUrl(PAGE + "?out"))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(signIn)
                                        .accessDeniedHandler(SecurityConfiguration::denied));
        if (outer.getIfAvailable() == null) {
            http.formLogin(
                    form ->
                            form.loginPage(PAGE)
                                    .successHandler(new GoOnAfterSignIn(past))
                                    .failureHandler(new FailedSignIn(past, PAGE + "?wrong")));
        } else {
            http.oauth2Login(
                    login ->
                            login.loginPage(PAGE)
                                    .successHandler(new GoOnAfterSignIn(past))
                                    .failureUrl(PAGE + "?wrong"));
        }
        return http.build();
    }

    private static RequestMatcher open(ObjectProvider<OpenToAll> openToAll) {
        List<OpenToAll> open = openToAll.stream().toList();
        return request -> open.stream().anyMatch(one -> one.covers(request));
    }

    private static AuthorizationManager<RequestAuthorizationContext> administrators(
            Callers callers) {
        return (authentication, context) ->
                new AuthorizationDecision(Sight.ALL.during(callers::isAdministrator));
    }

    /** Whoever is known, also without a post, but with no token of before signing out. */
    private static AuthorizationManager<RequestAuthorizationContext> signedIn(Callers callers) {
        return AuthorizationManagers.allOf(
                AuthenticatedAuthorizationManager.authenticated(),
                (authentication, context) ->
                        new AuthorizationDecision(!callers.isSignedOut(context.getRequest())));
    }

    /** Whoever holds no post today is told so, whatever is asked for. */
    private static AuthorizationManager<RequestAuthorizationContext> holdersOfPosts(
            Callers callers) {
        return (authentication, context) ->
                new AuthorizationDecision(refusal(callers, context.getRequest()) == null);
    }

    private static @Nullable Refusal refusal(Callers callers, HttpServletRequest request) {
        try {
            callers.of(request).post();
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static void denied(
            ProblemDocuments problems,
            Callers callers,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Refusal refusal = refusal(callers, request);
        if (refusal == null) {
            problems.write(request, response, 403);
        } else if (refusal.rule().equals(SignedOut.RULE)) {
            unauthenticated(problems, request, response, SignedOut.RULE);
        } else {
            problems.write(request, response, refusal);
        }
    }

    private static void unauthenticated(
            ProblemDocuments problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        unauthenticated(problems, request, response, "sign-in-required");
    }

    private static void unauthenticated(
            ProblemDocuments problems,
            HttpServletRequest request,
            HttpServletResponse response,
            String rule)
            throws IOException {
        problems.write(
                request,
                response,
                new Problem(
                        401,
                        rule,
                        List.of(),
                        List.of(),
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer")));
    }

    /** A form older than its session leads back to signing in, everything else is refused. */
    private static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException && Callers.login() == null) {
            response.sendRedirect(request.getContextPath() + PAGE + "?again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

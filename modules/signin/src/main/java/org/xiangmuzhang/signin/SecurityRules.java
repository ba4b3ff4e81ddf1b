package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Problem;
import org.xiangmuzhang.rest.ProblemDocuments;

import java.io.IOException;

/** Which door asks for what: bearer tokens under /api, a session under /console. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    @Bean
    @Order(10)
    SecurityFilterChain api(HttpSecurity http, ProblemDocuments problems, CurrentPost posts) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                HttpMethod.GET,
                                                "/api/openapi.json",
                                                "/actuator/health",
                                                "/actuator/health/**")
                                        .permitAll()
                                        .requestMatchers("/actuator/**")
                                        .access(administrators(posts))
                                        .anyRequest()
                                        .authenticated())
                .oauth2ResourceServer(
                        server ->
                                server.jwt(Customizer.withDefaults())
                                        .authenticationEntryPoint(
                                                (request, response, e) ->
                                                        askToSignIn(problems, request, response)))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                                (request, response, e) ->
                                                        askToSignIn(problems, request, response))
                                        .accessDeniedHandler(
                                                (request, response, e) ->
                                                        problems.write(request, response, 403)))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain console(
            HttpSecurity http, ObjectProvider<ClientRegistrationRepository> outerIssuer) {
        http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/sign-in",
                                                "/error",
                                                "/favicon.ico",
                                                "/console/*.css",
                                                "/console/*.js",
                                                "/console/*.svg",
                                                "/vendor/**")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .logout(out -> out.logoutUrl("/console/sign-out").logoutSuccessUrl("/sign-in"));
        if (outerIssuer.getIfAvailable() != null) {
            http.oauth2Login(login -> login.defaultSuccessUrl("/console"));
        } else {
            http.formLogin(
                    form ->
                            form.loginPage("/sign-in")
                                    .defaultSuccessUrl("/console")
                                    .failureUrl("/sign-in?error"));
        }
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> administrators(
            CurrentPost posts) {
        return (authentication, context) ->
                new AuthorizationDecision(
                        posts.caller(context.getRequest())
                                .map(CurrentPost.Caller::current)
                                .filter(post -> post.role() == Role.ADMINISTRATOR)
                                .isPresent());
    }

    private static void askToSignIn(
            ProblemDocuments problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, Problem.of(401, "sign-in-required"));
        if (!response.isCommitted()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }
}

package org.xiangmuzhang.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.xiangmuzhang.parties.People;

/**
 * The issuer inside the application, for trying the platform out. It stands only while no outer
 * issuer is configured, and never in the profile {@code production}.
 */
@InsideIssuer
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    AuthorizationServer(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IssuerMissing();
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http) {
        http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                        })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        errors ->
                                errors.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(JdbcClient jdbc) {
        RSAKey key = new SigningKeys(jdbc).current();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    /** Checks tokens by the key itself: nothing is asked over the network. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    AuthorizationServerSettings issuerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new RecentAuthorizations();
    }

    @Bean
    UserDetailsService users(People people) {
        return login ->
                people.passwordHash(login)
                        .map(hash -> User.withUsername(login).password(hash).build())
                        .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    /** A system's token names the person it is bound to. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> subjects(Clients clients) {
        return context -> {
            if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                    context.getAuthorizationGrantType())) {
                clients.loginOf(context.getRegisteredClient().getClientId())
                        .ifPresent(login -> context.getClaims().subject(login));
            }
        };
    }
}

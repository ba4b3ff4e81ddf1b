package org.xiangmuzhang.signin.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.ShortLived;
import org.xiangmuzhang.signin.RememberedTokens;
import org.xiangmuzhang.signin.UploadsOfStrangers;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

/**
 * A Spring Authorization Server for people (authorization code with PKCE, OpenID Connect) and
 * systems (client credentials). Tokens are checked with its own key, never by asking itself over
 * HTTP.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
class InApplicationIssuer {

    /** Stands in access tokens only, so that an identity token opens nothing. */
    private static final String AUDIENCE = "xiangmuzhang-api";

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                        })
                .addFilterBefore(
                        new UploadsOfStrangers(
                                new HttpStatusEntryPoint(HttpStatus.UNSUPPORTED_MEDIA_TYPE)),
                        CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(
                        errors ->
                                errors.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JdbcAuthorizations authorizationService(JdbcClient jdbc, ShortLived sealing) {
        return new JdbcAuthorizations(jdbc, sealing, InstantSource.system());
    }

    @Bean
    RSAKey signingKey(SigningKeys keys) {
        return keys.current();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(RSAKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey));
    }

    @Bean
    JwtDecoder jwtDecoder(RSAKey signingKey, Clock clock) throws JOSEException {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey()).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(), new JwtAudienceValidator(AUDIENCE)));
        return new RememberedTokens(decoder, clock);
    }

    @Bean
    JwtAuthenticationConverter callerOfToken() {
        return new JwtAuthenticationConverter();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService userDetailsService(People people) {
        return login ->
                people.passwordHash(login)
                        .map(hash -> User.withUsername(login).password(hash).build())
                        .orElseThrow(() -> new UsernameNotFoundException("Unknown"));
    }

    /** The subject of a token is a person's login, also when a system got it for the person. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> subjectIsAPerson(Clients clients) {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of(AUDIENCE));
            }
            if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                    context.getAuthorizationGrantType())) {
                String clientId = context.getRegisteredClient().getClientId();
                context.getClaims().subject(clients.login(clientId));
            }
        };
    }
}

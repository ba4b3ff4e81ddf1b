package org.xiangmuzhang.signin.outer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.util.function.SingletonSupplier;
import org.xiangmuzhang.signin.RememberedTokens;

import java.time.Clock;

/**
 * Tokens and sign-in of another issuer. It is asked for the first time when it is needed, so that
 * the application starts also while it is away.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("xiangmuzhang.issuer")
class OuterIssuer {

    private final String issuer;
    private final String loginClaim;

    /**
     * @param loginClaim which claim of a token is a person's login
     */
    OuterIssuer(
            @Value("${xiangmuzhang.issuer}") String issuer,
            @Value("${xiangmuzhang.login-claim:sub}") String loginClaim) {
        this.issuer = issuer;
        this.loginClaim = loginClaim;
    }

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${xiangmuzhang.audience:xiangmuzhang-api}") String audience, Clock clock) {
        return new RememberedTokens(
                new SupplierJwtDecoder(
                        () -> {
                            NimbusJwtDecoder decoder =
                                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
                            OAuth2TokenValidator<Jwt> usual =
                                    JwtValidators.createDefaultWithIssuer(issuer);
                            decoder.setJwtValidator(
                                    new DelegatingOAuth2TokenValidator<>(
                                            usual, new JwtAudienceValidator(audience)));
                            return decoder;
                        }),
                clock);
    }

    @Bean
    JwtAuthenticationConverter callerOfToken() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setPrincipalClaimName(loginClaim);
        return converter;
    }

    @Bean
    ClientRegistrationRepository outerIssuers(
            @Value("${xiangmuzhang.client-id:xiangmuzhang}") String clientId,
            @Value("${xiangmuzhang.client-secret:}") String clientSecret) {
        SingletonSupplier<ClientRegistration> registration =
                SingletonSupplier.of(
                        () ->
                                ClientRegistrations.fromIssuerLocation(issuer)
                                        .registrationId("outer")
                                        .clientId(clientId)
                                        .clientSecret(clientSecret)
                                        .scope("openid", "profile")
                                        .userNameAttributeName(loginClaim)
                                        .build());
        return id -> id.equals("outer") ? registration.get() : null;
    }
}

package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;

import java.time.Duration;
import java.util.Optional;

/**
 * Who may ask the inside issuer for tokens: systems bound to a person (client credentials), and one
 * public client for people at a terminal (code with PKCE, loopback redirect).
 */
@InsideIssuer
@Component
class Clients implements RegisteredClientRepository {

    static final String TERMINAL = "xiangmuzhang-terminal";

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void bind(String clientId, String secretHash, String login, Region region) {
        jdbc.sql(
                        """
                        insert into signin.client (client_id, secret_hash, login, region)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(clientId, secretHash, login, region.code())
                .update();
    }

    Optional<String> loginOf(String clientId) {
        return jdbc.sql("select login from signin.client where client_id = ?")
                .param(clientId)
                .query(String.class)
                .optional();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(TERMINAL)) {
            return terminal();
        }
        return jdbc.sql("select secret_hash from signin.client where client_id = ?")
                .param(clientId)
                .query(String.class)
                .optional()
                .map(hash -> system(clientId, hash))
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /** Clients are bound, not registered from outside. */
    @Override
    public void save(RegisteredClient client) {
        if (findByClientId(client.getClientId()) == null) {
            throw new IllegalArgumentException("Clients are bound by an administrator");
        }
    }

    private static RegisteredClient system(String clientId, String secretHash) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens())
                .build();
    }

    private static RegisteredClient terminal() {
        return RegisteredClient.withId(TERMINAL)
                .clientId(TERMINAL)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1/signed-in")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens())
                .build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build();
    }
}

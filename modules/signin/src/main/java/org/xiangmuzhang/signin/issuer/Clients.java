package org.xiangmuzhang.signin.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The issuer's clients: one public client through which people sign in to other programs, and any
 * number of systems, each of which acts for one person.
 */
@Repository
@ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
public class Clients implements RegisteredClientRepository {

    private static final String PEOPLE = "xiangmuzhang";
    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(30)).build();

    private final JdbcClient jdbc;
    private final People people;
    private final List<String> redirects;

    Clients(
            JdbcClient jdbc,
            People people,
            @Value("${xiangmuzhang.signin.redirects:http://127.0.0.1/callback}")
                    List<String> redirects) {
        this.jdbc = jdbc;
        this.people = people;
        this.redirects = redirects;
    }

    /** Lets a system act for a person, unless the client id is taken already. */
    public void add(String clientId, String secretHash, UUID person) {
        jdbc.sql(
                        "insert into signin.client (client_id, secret_hash, person)"
                                + " values (:id, :hash, :person) on conflict do nothing")
                .param("id", clientId)
                .param("hash", secretHash)
                .param("person", person)
                .update();
    }

    /** The login of the person for whom a system acts. */
    String login(String clientId) {
        UUID person =
                jdbc.sql("select person from signin.client where client_id = :id")
                        .param("id", clientId)
                        .query(UUID.class)
                        .single();
        return people.byId(person).map(Person::login).orElseThrow();
    }

    /** Called when a secret is to be hashed in a newer way; clients are not made here. */
    @Override
    public void save(RegisteredClient client) {
        jdbc.sql("update signin.client set secret_hash = :hash where client_id = :id")
                .param("hash", client.getClientSecret())
                .param("id", client.getClientId())
                .update();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(PEOPLE)) {
            return forPeople();
        }
        return jdbc.sql("select secret_hash from signin.client where client_id = :id")
                .param("id", clientId)
                .query(String.class)
                .optional()
                .map(hash -> forSystem(clientId, hash))
                .orElse(null);
    }

    private RegisteredClient forPeople() {
        return RegisteredClient.withId(PEOPLE)
                .clientId(PEOPLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(redirects))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(TOKENS)
                .build();
    }

    private static RegisteredClient forSystem(String clientId, String secretHash) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }
}

package org.xiangmuzhang.signin.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.xiangmuzhang.parties.ShortLived;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The sign-ins of people in the last hour, for every node: a code that one of them gave is
 * exchanged within minutes, perhaps at another. Tokens stand there as hashes, the rest is sealed.
 * What systems fetch is not kept at all.
 */
class JdbcAuthorizations implements OAuth2AuthorizationService {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final String ABOUT = "sign-in";
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("java.**;org.springframework.security.**;!*");

    private final JdbcClient jdbc;
    private final ShortLived sealing;
    private final InstantSource time;

    JdbcAuthorizations(JdbcClient jdbc, ShortLived sealing, InstantSource time) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.time = time;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                authorization.getAuthorizationGrantType())) {
            return;
        }
        Instant now = time.instant();
        jdbc.sql("delete from signin.sign_in where until < ?").param(Timestamp.from(now)).update();
        jdbc.sql(
                        """
                        insert into signin.sign_in (id, login, tokens, until, content)
                        values (:id, encode(sha256(convert_to(:login, 'UTF8')), 'hex'), :tokens, :until, :content)
                        on conflict (id) do update
                        set tokens = excluded.tokens, content = excluded.content
                        """)
                .param("id", authorization.getId())
                .param("login", authorization.getPrincipalName())
                .param("tokens", hashes(authorization))
                .param("until", Timestamp.from(now.plus(KEPT)))
                .param("content", sealing.seal(written(authorization), ABOUT))
                .update();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        jdbc.sql("delete from signin.sign_in where id = ?").param(authorization.getId()).update();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return jdbc.sql("select content from signin.sign_in where id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .flatMap(content -> sealing.open(content, ABOUT))
                .map(JdbcAuthorizations::read)
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return jdbc.sql("select content from signin.sign_in where tokens @> array[?]::text[]")
                .param(hash(token))
                .query(byte[].class)
                .optional()
                .flatMap(content -> sealing.open(content, ABOUT))
                .map(JdbcAuthorizations::read)
                .orElse(null);
    }

    private static String[] hashes(OAuth2Authorization authorization) {
        List<String> hashes = new ArrayList<>();
        add(hashes, authorization.getToken(OAuth2AuthorizationCode.class));
        add(hashes, authorization.getAccessToken());
        add(hashes, authorization.getToken(OAuth2RefreshToken.class));
        add(hashes, authorization.getToken(OidcIdToken.class));
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            hashes.add(hash(state));
        }
        return hashes.toArray(String[]::new);
    }

    private static void add(
            List<String> hashes, OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token != null) {
            hashes.add(hash(token.getToken().getTokenValue()));
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(OAuth2Authorization authorization) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(authorization);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static OAuth2Authorization read(byte[] content) {
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(content))) {
            objects.setObjectInputFilter(KNOWN);
            return (OAuth2Authorization) objects.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("A kept sign-in cannot be read", e);
        }
    }
}

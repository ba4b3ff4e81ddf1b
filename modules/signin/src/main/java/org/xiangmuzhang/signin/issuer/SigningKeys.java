package org.xiangmuzhang.signin.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;

/** The key that signs tokens: made once, kept in the database, the same on every node. */
@Repository
@ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
class SigningKeys {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;

    SigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RSAKey current() {
        return kept().orElseGet(this::make);
    }

    private RSAKey make() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
            jdbc.sql(
                            "insert into signin.signing_key (only_row, jwk) values (true, :jwk)"
                                    + " on conflict do nothing")
                    .param("jwk", key.toJSONString())
                    .update();
            return kept().orElseThrow();
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    private Optional<RSAKey> kept() {
        return jdbc.sql("select jwk from signin.signing_key")
                .query(String.class)
                .optional()
                .map(SigningKeys::read);
    }

    private static RSAKey read(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key in the database is unreadable", e);
        }
    }
}

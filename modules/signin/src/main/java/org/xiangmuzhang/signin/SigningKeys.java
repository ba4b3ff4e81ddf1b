package org.xiangmuzhang.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.text.ParseException;
import java.util.UUID;

/** The key that tokens are signed with; it survives a restart and is the same on every node. */
final class SigningKeys {

    private final JdbcClient jdbc;

    SigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RSAKey current() {
        try {
            jdbc.sql(
                            """
                            insert into signin.signing_key (only_row, jwk) values (true, ?)
                            on conflict do nothing
                            """)
                    .param(fresh().toJSONString())
                    .update();
            return RSAKey.parse(
                    jdbc.sql("select jwk from signin.signing_key").query(String.class).single());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The signing key cannot be made or read", e);
        }
    }

    private static RSAKey fresh() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    }
}

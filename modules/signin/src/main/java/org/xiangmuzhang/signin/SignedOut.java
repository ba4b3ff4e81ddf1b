package org.xiangmuzhang.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Since when people want to be signed in nowhere. A token says when it was issued, by the machine's
 * time and in whole seconds; one that does not say it counts as older.
 */
@Repository
class SignedOut {

    static final String RULE = "signed-out";

    private final JdbcClient jdbc;
    private final InstantSource time = InstantSource.system();

    SignedOut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the request's token is older than that; a session has ended with it anyway. */
    boolean before(UUID person) {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token)) {
            return false;
        }
        Instant issued = token.getToken().getIssuedAt();
        return jdbc.sql("select at from signin.signed_out where person = ?")
                .param(person)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .filter(at -> issued == null || !issued.isAfter(at))
                .isPresent();
    }

    /** From now on nothing that was issued before is good, codes not yet exchanged included. */
    void now(UUID person, String login) {
        jdbc.sql(
                        """
                        insert into signin.signed_out (person, at) values (:person, :at)
                        on conflict (person) do update set at = excluded.at
                        """)
                .param("person", person)
                .param("at", Timestamp.from(time.instant()))
                .update();
        jdbc.sql("delete from signin.sign_in where login = " + Sessions.HASH).param(login).update();
    }
}

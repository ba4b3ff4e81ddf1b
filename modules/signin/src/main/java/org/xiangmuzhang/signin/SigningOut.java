package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.Person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Where people are signed in, and ending it: by themselves, or by the security administrator. */
@Component
class SigningOut implements EndingSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SignedOut signedOut;
    private final Oversight oversight;
    private final JdbcClient jdbc;

    SigningOut(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            SignedOut signedOut,
            Oversight oversight,
            JdbcClient jdbc) {
        this.sessions = sessions;
        this.signedOut = signedOut;
        this.oversight = oversight;
        this.jdbc = jdbc;
    }

    /**
     * The latest first.
     *
     * @param current the session of the request, or null
     */
    List<SignedIn> of(Person person, @Nullable String current) {
        return sessions.findByPrincipalName(person.login()).values().stream()
                .filter(session -> !session.isExpired())
                .map(
                        session ->
                                new SignedIn(
                                        handle(session.getId()),
                                        session.getCreationTime(),
                                        session.getLastAccessedTime(),
                                        session.getAttribute(SignedIn.DEVICE),
                                        session.getId().equals(current)))
                .sorted(Comparator.comparing(SignedIn::since).reversed())
                .toList();
    }

    /** Of somebody whom the security administrator's post reaches. */
    List<SignedIn> of(Actor actor, UUID person) {
        return of(oversight.bySecurity(actor, person), null);
    }

    @Transactional
    void end(Person person, String id) {
        String session =
                sessions.findByPrincipalName(person.login()).keySet().stream()
                        .filter(one -> handle(one).equals(id))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("session-unknown"));
        jdbc.sql("delete from signin.session where session_id = ?").param(session).update();
    }

    /**
     * Ends every session but one, and every token.
     *
     * @param kept the session of the request, or null to keep none
     */
    @Transactional
    void endOthers(Person person, @Nullable String kept) {
        jdbc.sql(
                        "delete from signin.session where principal_name = "
                                + Sessions.HASH
                                + " and session_id <> ?")
                .params(person.login(), kept == null ? "" : kept)
                .update();
        signedOut.now(person.id(), person.login());
    }

    @Override
    @Transactional
    public void endAll(Person person) {
        endOthers(person, null);
    }

    @Transactional
    void endAll(Actor actor, UUID person, String reason) {
        endOthers(oversight.bySecurity(actor, person), null);
        oversight.sessionsEnded(actor, person, reason);
    }

    private static String handle(String session) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(session.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

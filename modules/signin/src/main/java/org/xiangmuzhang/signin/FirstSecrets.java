package org.xiangmuzhang.signin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Secrets that work once, within 72 hours, for who has no password at the issuer inside: shown to
 * the administrator who gives one, and kept as a hash alone.
 */
@Component
@ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
class FirstSecrets {

    private static final Duration GOOD = Duration.ofHours(72);

    /** Wrong tries after which a secret is worth nothing. */
    private static final int TRIES = 5;

    /** Without what is read as something else; 16 of them are 80 bits. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

    private static final int LENGTH = 16;
    private static final Refusal WRONG = Refusal.invalid("secret-wrong", List.of("/secret"));

    private final JdbcClient jdbc;
    private final People people;
    private final Oversight oversight;
    private final SigningOut signingOut;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    FirstSecrets(
            JdbcClient jdbc,
            People people,
            Oversight oversight,
            SigningOut signingOut,
            PasswordEncoder passwords,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.people = people;
        this.oversight = oversight;
        this.signingOut = signingOut;
        this.passwords = passwords;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A secret as it is shown once. */
    record Given(Person person, String secret, Instant until) {

        /** Shows nothing, wherever it is printed. */
        @Override
        public String toString() {
            return "Given[" + person.id() + "]";
        }
    }

    /**
     * An administrator who may gives one to who has no password; an earlier one is void.
     *
     * @see Oversight#forSecret
     */
    @Transactional
    Given give(Actor actor, UUID id, String reason) {
        Person person = oversight.forSecret(actor, id);
        if (people.hasPassword(id)) {
            throw Refusal.conflict("password-set-already");
        }
        oversight.secretGiven(actor, id, reason);
        return issue(person);
    }

    /**
     * The security administrator takes a password away: the person is signed in nowhere, and sets
     * another with the secret. None of the three administrators resets another's.
     */
    @Transactional
    Given reset(Actor actor, UUID id, String reason) {
        Person person = oversight.forReset(actor, id);
        if (!people.hasPassword(id)) {
            throw Refusal.conflict("password-none");
        }
        people.setPassword(id, null);
        signingOut.endAll(person);
        oversight.passwordReset(actor, id, reason);
        return issue(person);
    }

    private Given issue(Person person) {
        if (!people.isActive(person.id())) {
            throw Refusal.conflict("person-not-active");
        }
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Instant until = clock.instant().plus(GOOD);
        jdbc.sql(
                        """
                        insert into signin.first_secret (person, hash, until)
                        values (:person, :hash, :until)
                        on conflict (person) do update
                           set hash = excluded.hash, until = excluded.until, tries = 0
                        """)
                .param("person", person.id())
                .param("hash", hash(secret.toString()))
                .param("until", Timestamp.from(until))
                .update();
        return new Given(person, secret.toString(), until);
    }

    /**
     * Sets the password of who shows a secret. Refuses alike whatever is wrong with the secret, and
     * counts it.
     */
    Person redeem(String login, String secret, String password, String again) {
        Person person = people.byLogin(login.strip()).orElseThrow(() -> WRONG);
        boolean right =
                Boolean.TRUE.equals(transaction.execute(status -> isRight(person.id(), secret)));
        if (!right) {
            throw WRONG;
        }
        String hash = Passwords.hash(password, again, person, passwords);
        boolean first =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status -> {
                                    boolean taken = take(person.id(), secret);
                                    if (taken) {
                                        people.setPassword(person.id(), hash);
                                    }
                                    return taken;
                                }));
        if (!first) {
            throw WRONG;
        }
        return person;
    }

    /** Counts a wrong try; the row is the try's own until the transaction ends. */
    private boolean isRight(UUID person, String secret) {
        boolean right =
                jdbc.sql(
                                """
                                select hash = :hash and until > :now from signin.first_secret
                                 where person = :person for update
                                """)
                        .param("hash", hash(secret))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (!right) {
            jdbc.sql("update signin.first_secret set tries = tries + 1 where person = ?")
                    .param(person)
                    .update();
            jdbc.sql("delete from signin.first_secret where person = ? and tries >= ?")
                    .params(person, TRIES)
                    .update();
        }
        return right;
    }

    /** Of two who show the same secret at once one is first. */
    private boolean take(UUID person, String secret) {
        return jdbc.sql("delete from signin.first_secret where person = ? and hash = ?")
                        .params(person, hash(secret))
                        .update()
                > 0;
    }

    private static String hash(String secret) {
        String letters = secret.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(letters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.xiangmuzhang.signin;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.parties.Enrolling;
import org.xiangmuzhang.parties.Enrolment;
import org.xiangmuzhang.parties.EnrolmentList;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.signin.issuer.Clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Made-up people, one for each role and department that the story needs, created where they are
 * missing, who may also fetch tokens as a system: client id is the login, client secret the
 * password. They exist only where the application is its own issuer.
 */
@Component
@ConditionalOnBooleanProperty({"xiangmuzhang.signin.in-application", "xiangmuzhang.demo"})
public class DemoUsers implements SmartInitializingSingleton {

    /** The one password of every demo user, and the secret of every demo client. */
    public static final String PASSWORD = "xiangmuzhang";

    private final People people;
    private final Enrolling enrolling;
    private final Clients clients;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    DemoUsers(
            People people,
            Enrolling enrolling,
            Clients clients,
            PasswordEncoder passwords,
            PlatformTransactionManager manager) {
        this.people = people;
        this.enrolling = enrolling;
        this.clients = clients;
        this.passwords = passwords;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Every post of every demo user, for the start-up message; a user of several posts repeats. */
    public List<Enrolment> describe() {
        try {
            return EnrolmentList.read(
                    new ClassPathResource("demo-users.csv", DemoUsers.class)
                            .getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Enrolment> missing =
                describe().stream().filter(row -> people.byLogin(row.login()).isEmpty()).toList();
        if (!missing.isEmpty()) {
            String hash = String.valueOf(passwords.encode(PASSWORD));
            transaction.executeWithoutResult(
                    status ->
                            enrolling
                                    .enrol(missing, hash)
                                    .forEach(
                                            person ->
                                                    clients.add(
                                                            person.login(), hash, person.id())));
        }
    }
}

package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.signin.issuer.Clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Made-up people, one for each role and department that the story needs, created where they are
 * missing. They exist only where the application is its own issuer.
 */
@Component
@ConditionalOnBooleanProperty({"xiangmuzhang.signin.in-application", "xiangmuzhang.demo"})
public class DemoUsers implements SmartInitializingSingleton {

    /** The one password of every demo user, and the secret of every demo client. */
    public static final String PASSWORD = "xiangmuzhang";

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final People people;
    private final Enterprises enterprises;
    private final Clients clients;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DemoUsers(
            People people,
            Enterprises enterprises,
            Clients clients,
            PasswordEncoder passwords,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager manager) {
        this.people = people;
        this.enterprises = enterprises;
        this.clients = clients;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Every post of every demo user, for the start-up message; a user of several posts repeats. */
    public List<DemoUser> describe() {
        ClassPathResource resource = new ClassPathResource("demo-users.csv", DemoUsers.class);
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(DemoUser::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, List<DemoUser>> posts =
                describe().stream()
                        .collect(
                                Collectors.groupingBy(
                                        DemoUser::login, LinkedHashMap::new, Collectors.toList()));
        posts.keySet().removeIf(login -> people.byLogin(login).isPresent());
        if (!posts.isEmpty()) {
            String hash = passwords.encode(PASSWORD);
            transaction.executeWithoutResult(status -> create(posts, String.valueOf(hash)));
        }
    }

    private void create(Map<String, List<DemoUser>> users, String hash) {
        // two nodes that start at once take turns
        jdbc.sql("select pg_advisory_xact_lock(hashtext('signin.demo-users'))").query(row -> {});
        users.forEach(
                (login, posts) -> {
                    if (people.byLogin(login).isEmpty()) {
                        UUID id = Ids.next(clock);
                        people.add(new Person(id, login, posts.getFirst().name(), null), hash);
                        posts.forEach(post -> people.assign(post(id, post)));
                        clients.add(login, hash, id);
                    }
                });
    }

    private Post post(UUID person, DemoUser user) {
        return new Post(
                Ids.next(clock),
                person,
                user.role(),
                user.region(),
                orNull(user.department()),
                user.code().isEmpty() ? null : enterprise(user).id(),
                orNull(user.hall()),
                SINCE,
                null);
    }

    private Enterprise enterprise(DemoUser user) {
        SocialCreditCode code = new SocialCreditCode(user.code());
        return enterprises
                .byCode(code)
                .orElseGet(
                        () -> {
                            Enterprise enterprise =
                                    new Enterprise(
                                            Ids.next(clock),
                                            user.region(),
                                            code,
                                            user.enterprise());
                            enterprises.add(enterprise);
                            return enterprise;
                        });
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}

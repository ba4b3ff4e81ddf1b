package org.xiangmuzhang.journey;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.signin.issuer.Clients;

import java.time.Clock;
import java.util.UUID;

/** Somebody who has nothing to do with any story. */
final class Newcomers {

    private static final String HASH =
            String.valueOf(
                    PasswordEncoderFactories.createDelegatingPasswordEncoder()
                            .encode(Platform.SECRET));

    private Newcomers() {}

    /** May sign in and holds no post; the login. */
    static String add(Platform platform) {
        return add(platform, "newcomer-" + UUID.randomUUID());
    }

    /** The same with a login. */
    static String add(Platform platform, String login) {
        UUID id = Ids.next(platform.bean(Clock.class));
        platform.bean(People.class).add(new Person(id, login, "新人", null), HASH);
        platform.bean(Clients.class).add(login, HASH, id);
        return login;
    }

    /** The same with a post as clerk at a place. */
    static String clerk(Platform platform, String region) {
        String login = add(platform);
        platform.bean(People.class)
                .assign(
                        new Post(
                                UUID.randomUUID(),
                                id(platform, login),
                                Role.CLERK,
                                new Region(region),
                                null,
                                null,
                                null,
                                platform.today(),
                                null));
        return login;
    }

    /** The same with a post for an enterprise, at its place. */
    static String agent(Platform platform, Enterprise enterprise) {
        String login = add(platform);
        act(platform, id(platform, login), enterprise);
        return login;
    }

    /** Lets a person act for an enterprise. */
    static void act(Platform platform, UUID person, Enterprise enterprise) {
        platform.bean(People.class)
                .assign(
                        new Post(
                                UUID.randomUUID(),
                                person,
                                Role.APPLICANT,
                                enterprise.region(),
                                null,
                                enterprise.id(),
                                null,
                                platform.today(),
                                null));
    }

    static UUID id(Platform platform, String login) {
        return platform.bean(People.class).byLogin(login).orElseThrow().id();
    }
}

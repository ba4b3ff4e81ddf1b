package org.xiangmuzhang.journey;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
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
        String login = "newcomer-" + UUID.randomUUID();
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

    static UUID id(Platform platform, String login) {
        return platform.bean(People.class).byLogin(login).orElseThrow().id();
    }
}

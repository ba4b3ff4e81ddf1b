package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * Seals what was written before there were keys, in batches; what is cut off goes on at the next
 * start or turn. Afterwards no plain value is left.
 */
@Component
class SealPlainRows implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SealPlainRows.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final TransactionTemplate transaction;

    SealPlainRows(JdbcClient jdbc, PersonKeys keys, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    public void afterSingletonsInstantiated() {
        run();
    }

    void run() {
        int sealed = all(this::people) + all(this::remarks);
        if (sealed > 0) {
            LOG.info("Sealed {} rows under the keys of their people", sealed);
        }
    }

    private int all(IntSupplier batch) {
        int all = 0;
        for (int done = BATCH; done == BATCH; all += done) {
            done = Objects.requireNonNull(transaction.execute(status -> batch.getAsInt()));
        }
        return all;
    }

    private record PlainPerson(
            UUID id,
            @Nullable String login,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String algorithm) {}

    private int people() {
        List<PlainPerson> plain =
                jdbc.sql(
                                """
                                select id, login, name, phone, algorithm from parties.person
                                 where name is not null or login is not null
                                 order by id limit :batch for update skip locked
                                """)
                        .param("batch", BATCH)
                        .query(PlainPerson.class)
                        .list();
        plain.forEach(this::seal);
        return plain.size();
    }

    /** The login came later than the name: what is sealed already tells the algorithm. */
    private void seal(PlainPerson person) {
        Secret secret = keys.of(person.id());
        Algorithm algorithm =
                person.algorithm() == null
                        ? keys.algorithm()
                        : Algorithm.valueOf(person.algorithm());
        String login = person.login();
        jdbc.sql(
                        """
                        update parties.person set login = null, name = null, phone = null,
                               sealed_name = coalesce(:name, sealed_name),
                               sealed_phone = coalesce(:phone, sealed_phone),
                               sealed_login = coalesce(:login, sealed_login),
                               login_index = coalesce(:index, login_index),
                               algorithm = :algorithm
                         where id = :id
                        """)
                .param("name", seal(secret, algorithm, person.name(), "name"), Types.BINARY)
                .param("phone", seal(secret, algorithm, person.phone(), "phone"), Types.BINARY)
                .param("login", seal(secret, algorithm, login, "login"), Types.BINARY)
                .param("index", login == null ? null : keys.index(login), Types.BINARY)
                .param("algorithm", algorithm.name())
                .param("id", person.id())
                .update();
    }

    private static byte @Nullable [] seal(
            Secret secret, Algorithm algorithm, @Nullable String text, String about) {
        return text == null ? null : secret.seal(algorithm, text, about);
    }

    private record Plain(UUID id, UUID author, String text) {}

    private int remarks() {
        List<Plain> plain =
                jdbc.sql(
                                """
                                select id, author, text from parties.remark where text is not null
                                order by id limit :batch for update skip locked
                                """)
                        .param("batch", BATCH)
                        .query(Plain.class)
                        .list();
        plain.forEach(
                one ->
                        jdbc.sql(
                                        """
                                        update parties.remark set text = null, sealed = :sealed,
                                               algorithm = :algorithm
                                         where id = :id
                                        """)
                                .param(
                                        "sealed",
                                        keys.of(one.author())
                                                .seal(
                                                        keys.algorithm(),
                                                        one.text(),
                                                        one.id().toString()))
                                .param("algorithm", keys.algorithm().name())
                                .param("id", one.id())
                                .update());
        return plain.size();
    }
}

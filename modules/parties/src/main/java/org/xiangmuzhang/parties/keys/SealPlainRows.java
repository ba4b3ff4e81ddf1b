package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    private record PlainPerson(UUID id, String name, @Nullable String phone) {}

    private int people() {
        List<PlainPerson> plain =
                jdbc.sql(
                                """
                                select id, name, phone from parties.person where name is not null
                                order by id limit :batch for update skip locked
                                """)
                        .param("batch", BATCH)
                        .query(PlainPerson.class)
                        .list();
        plain.forEach(this::seal);
        return plain.size();
    }

    private void seal(PlainPerson person) {
        Secret secret = keys.of(person.id());
        String phone = person.phone();
        jdbc.sql(
                        """
                        update parties.person set name = null, phone = null, sealed_name = :name,
                               sealed_phone = :phone, algorithm = :algorithm
                         where id = :id
                        """)
                .param("name", seal(secret, person.name(), "name"))
                .param("phone", phone == null ? null : seal(secret, phone, "phone"))
                .param("algorithm", keys.algorithm().name())
                .param("id", person.id())
                .update();
    }

    private byte[] seal(Secret secret, String text, String about) {
        return secret.seal(keys.algorithm(), text, about);
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
                                        seal(
                                                keys.of(one.author()),
                                                one.text(),
                                                one.id().toString()))
                                .param("algorithm", keys.algorithm().name())
                                .param("id", one.id())
                                .update());
        return plain.size();
    }
}

package org.xiangmuzhang.parties.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiangmuzhang.kernel.Refusal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys of people. They are never kept in memory: a reader takes the wrapped key in the same
 * statement as the sealed value, so that an erased one is gone on every node with the commit.
 */
@Repository
public class PersonKeys implements InitializingBean {

    /** What {@link #of(ResultSet)} reads, of the table as {@code k}. */
    public static final String COLUMNS =
            "k.person as key_person, k.master as key_master, k.algorithm as key_algorithm,"
                    + " k.wrapped as key_wrapped";

    /** Under whose key logins are found; it belongs to nobody and is never erased. */
    private static final UUID OF_LOGINS = new UUID(0, 1);

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Algorithm algorithm;
    private volatile @Nullable Secret ofLogins;

    public PersonKeys(
            JdbcClient jdbc,
            MasterKeys masters,
            @Value("${xiangmuzhang.sealing-algorithm:AES_GCM}") Algorithm algorithm) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.algorithm = algorithm;
    }

    /** Every key that wraps one of a person must be there, or names would seem to be lost. */
    @Override
    public void afterPropertiesSet() {
        List<String> missing =
                jdbc
                        .sql(
                                "select distinct master from parties.person_key"
                                        + " where wrapped is not null")
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(master -> !masters.fingerprints().contains(master))
                        .toList();
        if (!missing.isEmpty()) {
            throw new MasterKeysRefusedException(
                    "people's keys are wrapped by " + missing + ", which is not given");
        }
    }

    /** How new values are sealed; the choice of the operator. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** By what a login is found without being told: the same text, the same bytes. */
    public byte[] index(String login) {
        Secret secret = ofLogins;
        if (secret == null) {
            Secret found = of(OF_LOGINS);
            onceKept(() -> ofLogins = found);
            secret = found;
        }
        return secret.mac(login);
    }

    /** A key may have been made in this transaction, and is in no table if that does not commit. */
    static void onceKept(Runnable remember) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remember.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        remember.run();
                    }
                });
    }

    /** The key in a key's row, or null where there is none any more; makes none. */
    @Nullable Secret find(UUID person) {
        return jdbc.sql("select " + COLUMNS + " from parties.person_key k where person = :person")
                .param("person", person)
                .query((row, number) -> Optional.ofNullable(of(row)))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    /** Forgets the keys from one id to before another, rows and all. */
    int forget(UUID from, UUID before) {
        return jdbc.sql("delete from parties.person_key where person >= :from and person < :before")
                .param("from", from)
                .param("before", before)
                .update();
    }

    /** The person's key, made now where there is none; refuses with {@code person-erased}. */
    public Secret of(UUID person) {
        return kept(person).orElseGet(() -> make(person));
    }

    /** The key in a row with {@link #COLUMNS}, or null where it is erased or was never there. */
    public @Nullable Secret of(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("key_wrapped");
        return wrapped == null
                ? null
                : masters.unwrap(
                        row.getString("key_master"),
                        Algorithm.valueOf(row.getString("key_algorithm")),
                        wrapped,
                        row.getObject("key_person", UUID.class));
    }

    /** For ever: nothing sealed under it opens again, and the person gets no other. */
    public void erase(UUID person, Instant at) {
        jdbc.sql(
                        """
                        insert into parties.person_key (person, master, algorithm, erased_at)
                        values (:person, '', :algorithm, :at)
                        on conflict (person) do update
                        set wrapped = null, master = '', erased_at = excluded.erased_at
                        """)
                .param("person", person)
                .param("algorithm", algorithm.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Wraps by the current master key, in the chosen algorithm, what others wrapped before; the old
     * ones may be destroyed when nothing is left.
     *
     * @return how many keys were wrapped anew
     */
    public int wrapAnew() {
        int all = 0;
        for (int done = BATCH; done == BATCH; all += done) {
            done = wrapBatchAnew();
        }
        return all;
    }

    private record Stale(UUID person, byte[] wrapped, byte[] anew) {}

    private int wrapBatchAnew() {
        List<Stale> stale =
                jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + " from parties.person_key k where wrapped is not null"
                                        + " and master <> :current order by person limit :batch")
                        .param("current", masters.current())
                        .param("batch", BATCH)
                        .query(
                                (row, number) -> {
                                    UUID person = row.getObject("key_person", UUID.class);
                                    return new Stale(
                                            person,
                                            row.getBytes("key_wrapped"),
                                            masters.wrap(
                                                    algorithm,
                                                    Objects.requireNonNull(of(row)),
                                                    person));
                                })
                        .list();
        stale.forEach(
                one ->
                        jdbc.sql(
                                        """
                                        update parties.person_key
                                           set master = :master, algorithm = :algorithm,
                                               wrapped = :anew
                                         where person = :person and wrapped = :wrapped
                                        """)
                                .param("master", masters.current())
                                .param("algorithm", algorithm.name())
                                .param("anew", one.anew())
                                .param("person", one.person())
                                .param("wrapped", one.wrapped())
                                .update());
        return stale.size();
    }

    private Secret make(UUID person) {
        jdbc.sql(
                        """
                        insert into parties.person_key (person, master, algorithm, wrapped)
                        values (:person, :master, :algorithm, :wrapped) on conflict do nothing
                        """)
                .param("person", person)
                .param("master", masters.current())
                .param("algorithm", algorithm.name())
                .param("wrapped", masters.wrap(algorithm, Secret.random(), person))
                .update();
        return kept(person)
                .orElseThrow(() -> new IllegalStateException("The key of a person is not there"));
    }

    private Optional<Secret> kept(UUID person) {
        return jdbc.sql("select " + COLUMNS + " from parties.person_key k where person = :person")
                .param("person", person)
                .query(
                        (row, number) ->
                                Optional.ofNullable(of(row))
                                        .orElseThrow(() -> Refusal.conflict("person-erased")))
                .optional();
    }
}

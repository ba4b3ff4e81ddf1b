package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Proves that a read model is what its events make of it: within one transaction that is rolled
 * back, reads the live rows and the position they stand at, empties the tables, replays the log up
 * to that position and compares every row byte for byte. Writes go on; the consumer waits.
 */
public final class ReadModelProof {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final LogReader log;
    private final Rebuilds rebuilds;

    public ReadModelProof(
            TransactionTemplate transaction, JdbcClient jdbc, LogReader log, Rebuilds rebuilds) {
        this.transaction =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.jdbc = jdbc;
        this.log = log;
        this.rebuilds = rebuilds;
    }

    /**
     * Compares, and returns the rows as text.
     *
     * @param processingGroup a group that has {@link TotalOrder}
     * @param handler an object with the group's handlers, writing to the same tables
     * @param tables schema-qualified names of every table that the group writes
     */
    public List<String> of(String processingGroup, Object handler, String... tables) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            long position = log.positionOf(processingGroup);
                            List<String> live = rows(tables);
                            jdbc.sql("truncate " + String.join(", ", tables)).update();
                            rebuilds.replay(handler, position);
                            assertThat(rows(tables)).isEqualTo(live);
                            return live;
                        }));
    }

    private List<String> rows(String... tables) {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            rows.addAll(
                    jdbc.sql(
                                    "select t::text as row from %s t order by t::text collate \"C\""
                                            .formatted(table))
                            .query(String.class)
                            .list());
        }
        return rows;
    }
}

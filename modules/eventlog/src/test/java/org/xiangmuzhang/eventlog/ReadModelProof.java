package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves that a read model is what its events make of it: within one transaction that is rolled
 * back, reads the live rows, empties the tables, replays what the consumer has handled until then
 * and compares every row byte for byte. Writes go on; the consumer waits.
 */
public final class ReadModelProof {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Rebuilds rebuilds;

    public ReadModelProof(TransactionTemplate transaction, JdbcClient jdbc, Rebuilds rebuilds) {
        this.transaction =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.jdbc = jdbc;
        this.rebuilds = rebuilds;
    }

    /**
     * What events alone make.
     *
     * @param table schema-qualified
     * @param columns those of them that nothing else writes, or {@code *}
     */
    public record Projection(String table, String columns) {

        public static Projection of(String table) {
            return new Projection(table, "*");
        }
    }

    /**
     * Compares, and returns the rows as text.
     *
     * @param handler an object with the group's handlers, writing to the same tables
     * @param projections every table that the group alone fills
     */
    public List<String> of(String processingGroup, Object handler, Projection... projections) {
        while (true) {
            try {
                return once(processingGroup, handler, projections);
            } catch (PessimisticLockingFailureException e) {
                // emptying a table met a writer in a deadlock: nothing was compared yet
            }
        }
    }

    private List<String> once(String processingGroup, Object handler, Projection... projections) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            List<String> live = rows(projections);
                            String tables =
                                    Stream.of(projections)
                                            .map(Projection::table)
                                            .collect(Collectors.joining(", "));
                            jdbc.sql("truncate " + tables).update();
                            rebuilds.replay(handler, processingGroup);
                            assertThat(rows(projections)).isEqualTo(live);
                            return live;
                        }));
    }

    private List<String> rows(Projection... projections) {
        return Stream.of(projections).flatMap(projection -> rows(projection).stream()).toList();
    }

    private List<String> rows(Projection projection) {
        return jdbc.sql(
                        "select t::text from (select %s from %s) t order by t::text collate \"C\""
                                .formatted(projection.columns(), projection.table()))
                .query(String.class)
                .list();
    }
}

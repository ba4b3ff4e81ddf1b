package org.xiangmuzhang.timers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;

/**
 * How far the clock runs ahead in training, kept in the database so that every node has the same
 * time: each reads it at its start, before a turn of recurring work, and every second.
 */
final class SharedLead {

    private final JdbcClient jdbc;
    private final DomainClock clock;
    private final TransactionTemplate apart;

    SharedLead(JdbcClient jdbc, PlatformTransactionManager transactions, DomainClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
        read();
    }

    /** Takes over what is committed; it never runs back. */
    void read() {
        Long seconds =
                apart.execute(
                        status ->
                                jdbc.sql("select ahead_seconds from timers.practice_clock")
                                        .query(Long.class)
                                        .optional()
                                        .orElse(0L));
        clock.runAhead(Duration.ofSeconds(seconds == null ? 0 : seconds));
    }

    /** Keeps a lead, in the caller's transaction, and answers with the greatest one kept. */
    Duration atLeast(Duration ahead) {
        return Duration.ofSeconds(
                jdbc.sql(
                                """
                                insert into timers.practice_clock as kept (only_row, ahead_seconds)
                                values (true, ?)
                                on conflict (only_row) do update
                                set ahead_seconds =
                                    greatest(kept.ahead_seconds, excluded.ahead_seconds)
                                returning ahead_seconds
                                """)
                        .param(ahead.toSeconds() + (ahead.getNano() > 0 ? 1 : 0))
                        .query(Long.class)
                        .single());
    }
}

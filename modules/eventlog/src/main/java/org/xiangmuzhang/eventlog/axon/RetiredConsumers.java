package org.xiangmuzhang.eventlog.axon;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiangmuzhang.database.Sight;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Removes, when a node starts, the positions of consumers that its release no longer has, and what
 * was parked for them. Nodes of an older release may still run beside it: whatever one of them has
 * held within thirty days stays, and who goes back to a release of before then begins its consumers
 * anew.
 */
final class RetiredConsumers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RetiredConsumers.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Supplier<Set<String>> consumers;

    RetiredConsumers(
            JdbcClient jdbc, TransactionOperations transaction, Supplier<Set<String>> consumers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.consumers = consumers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Sight.ALL.during(() -> transaction.execute(status -> sweep()));
    }

    private List<String> sweep() {
        List<String> retired =
                jdbc
                        .sql(
                                """
                                delete from eventlog.token t
                                 where t.processor_name <> all(:known)
                                   and not exists (
                                       select from eventlog.token lately
                                        where lately.processor_name = t.processor_name
                                          and lately.timestamp::timestamptz
                                              > now() - interval '30 days')
                                returning t.processor_name
                                """)
                        .param("known", consumers.get().toArray(String[]::new))
                        .query(String.class)
                        .list()
                        .stream()
                        .distinct()
                        .toList();
        for (String consumer : retired) {
            jdbc.sql("delete from eventlog.parked where processor_name = ?")
                    .param(consumer)
                    .update();
            LOG.info("{} is retired: nobody has held its position for thirty days", consumer);
        }
        return retired;
    }
}

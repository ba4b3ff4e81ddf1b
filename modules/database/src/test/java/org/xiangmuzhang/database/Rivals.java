package org.xiangmuzhang.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

/** Lets several decide at once: nobody may write before all of them have read. */
public final class Rivals {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Rivals() {}

    /**
     * Holds a row until every rival waits for it, and answers with what each of them got.
     *
     * @param lock a {@code select … where id = ? for update} on the row that all will change
     */
    public static <T> List<T> atOnce(
            DataSource database, String lock, UUID id, List<Callable<T>> rivals) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
            List<Future<T>> running = new ArrayList<>();
            new TransactionTemplate(new JdbcTransactionManager(database))
                    .executeWithoutResult(
                            status -> {
                                JdbcClient.create(database)
                                        .sql(lock)
                                        .param(id)
                                        .query()
                                        .listOfRows();
                                rivals.forEach(rival -> running.add(threads.submit(rival)));
                                awaitWaiting(database, rivals.size());
                            });
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static void awaitWaiting(DataSource database, int expected) {
        JdbcClient asking = JdbcClient.create(database);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (waiting(asking) < expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("fewer than " + expected + " rivals reached the row");
            }
            Thread.onSpinWait();
        }
    }

    private static int waiting(JdbcClient asking) {
        asking.sql("select pg_stat_clear_snapshot()").query().listOfRows();
        return asking.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """)
                .query(Integer.class)
                .single();
    }
}

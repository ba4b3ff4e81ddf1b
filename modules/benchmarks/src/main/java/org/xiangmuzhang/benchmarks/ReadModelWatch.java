package org.xiangmuzhang.benchmarks;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Looks ten times a second how far the log is and how far its slowest consumer has come. Followers
 * of the working calendar have nothing to do in a case and write their position only now and then:
 * they are left out.
 */
final class ReadModelWatch implements AutoCloseable {

    private static final String LOOK =
            """
            select (select coalesce(max(global_index), 0) from eventlog.event) as head,
                   (select min((token::json ->> 'globalIndex')::bigint) from eventlog.token
                     where processor_name not like '%.calendar') as slowest
            """;

    private final JdbcClient sql;
    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /** At which moment the log ended where, and up to where every consumer had come. */
    private record Look(long nanos, long head, long slowest) {

        long behind() {
            return head - slowest;
        }
    }

    ReadModelWatch(DataSource platform) {
        this.sql = JdbcClient.create(platform);
        timer.scheduleAtFixedRate(this::look, 0, 100, TimeUnit.MILLISECONDS);
    }

    private void look() {
        looks.add(
                sql.sql(LOOK)
                        .query(
                                (row, number) ->
                                        new Look(
                                                System.nanoTime(),
                                                row.getLong("head"),
                                                row.getLong("slowest")))
                        .single());
    }

    /** When every read model held what was in the log at a moment; empty when that never came. */
    OptionalLong held(long moment) {
        long head =
                looks.stream()
                        .filter(look -> look.nanos >= moment)
                        .mapToLong(Look::head)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
        return looks.stream()
                .filter(look -> look.nanos >= moment && look.slowest >= head)
                .mapToLong(Look::nanos)
                .findFirst();
    }

    /** Events that the slowest consumer was behind on the average, in a part of the time. */
    double behind(int part, int parts) {
        int size = looks.size() / parts;
        return looks.stream()
                .skip((long) part * size)
                .limit(size)
                .mapToLong(Look::behind)
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}

package org.xiangmuzhang.benchmarks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.benchmarks.Looks.Look;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Looks ten times a second how far the log is and how far each consumer has come. */
final class ReadModelWatch implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private static final String LOOK =
            """
            select head, name,
                   coalesce((select min(coalesce((token::json ->> 'globalIndex')::bigint, 0))
                               from eventlog.token where processor_name = name), 0) as position
              from (select coalesce(max(global_index), 0) as head from eventlog.event) as log,
                   unnest(?) as name
            """;

    private final JdbcClient sql;
    private final String[] consumers;
    private final Looks looks = new Looks();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;

    private record Progress(long head, String name, long position) {}

    ReadModelWatch(DataSource platform, Set<String> consumers) {
        this.sql = JdbcClient.create(platform);
        this.consumers = consumers.toArray(String[]::new);
        this.looking = timer.scheduleAtFixedRate(this::look, 0, 100, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        Map<String, Long> positions = new TreeMap<>();
        long head = 0;
        for (Progress one : sql.sql(LOOK).param(consumers).query(Progress.class).list()) {
            positions.put(one.name, one.position);
            head = one.head;
        }
        looks.add(new Look(now, head, positions));
    }

    Looks looks() {
        return looks;
    }

    /** Returns when every consumer has what was in the log at a moment. */
    void awaitHeld(long moment) {
        long until = System.nanoTime() + PATIENCE;
        while (looks.held(moment).isEmpty()) {
            if (looking.isDone()) {
                throw new IllegalStateException("Looking failed", looking.exceptionNow());
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(looks.slowest() + " does not come to the end");
            }
            RunningPlatform.pause(100);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}

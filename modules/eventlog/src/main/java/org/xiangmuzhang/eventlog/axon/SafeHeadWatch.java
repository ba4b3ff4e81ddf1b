package org.xiangmuzhang.eventlog.axon;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks now and then whether the safe head has moved, and wakes the readers: for what other nodes
 * append, and for marks given up by a connection that died.
 */
final class SafeHeadWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SafeHeadWatch.class);

    private final LogStorage storage;
    private final LogStore store;
    private final Duration interval;
    private @Nullable ScheduledExecutorService timer;
    private long seen;

    SafeHeadWatch(LogStorage storage, LogStore store, Duration interval) {
        this.storage = storage;
        this.store = store;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("log-watch").factory());
        timer.scheduleWithFixedDelay(
                this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            long head = storage.safeHead();
            if (head != seen) {
                seen = head;
                store.wake();
            }
        } catch (RuntimeException unreachable) {
            LOG.debug("The log cannot be looked at", unreachable);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}

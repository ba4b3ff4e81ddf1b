package org.xiangmuzhang.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.eventlog.ConsumerProgress;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.ParkedEvents;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.rest.Backlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few seconds how far the log's consumers have come, for metrics, for health, and for
 * the door: while one is too far behind, no command adds to it. One that catches up from the first
 * event, being new or sent back, has no part in the door: it would keep it shut for as long as the
 * log is.
 */
@Component
class LogWatch implements Backlog, MeterBinder, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private final LogReader log;
    private final Rebuilds rebuilds;
    private final ParkedEvents parked;
    private final Duration every;
    private final long limit;
    private volatile Seen seen = new Seen(0, List.of(), 0);
    private volatile @Nullable MultiGauge lags;
    private @Nullable ScheduledExecutorService timer;

    /**
     * @param limit events that a consumer may be behind
     */
    LogWatch(
            LogReader log,
            Rebuilds rebuilds,
            ParkedEvents parked,
            @Value("${xiangmuzhang.operations.watch:5s}") Duration every,
            @Value("${xiangmuzhang.door.backlog:50000}") long limit) {
        this.log = log;
        this.rebuilds = rebuilds;
        this.parked = parked;
        this.every = every;
        this.limit = limit;
    }

    /**
     * How things stood at the last look.
     *
     * @param head last position of the log
     * @param parked how many subjects wait for a consumer
     */
    record Seen(long head, List<ConsumerProgress> consumers, int parked) {

        /** How many positions the slowest consumer is behind. */
        long lag() {
            return consumers.stream().mapToLong(this::lag).max().orElse(0);
        }

        /** The same without those that catch up. */
        long lagAtTheDoor() {
            return consumers.stream()
                    .filter(consumer -> !consumer.catchingUp())
                    .mapToLong(this::lag)
                    .max()
                    .orElse(0);
        }

        long lag(ConsumerProgress consumer) {
            return Math.max(0, head - consumer.position());
        }

        /** The consumers with a part that no node works on. */
        List<String> abandoned() {
            return consumers.stream()
                    .filter(consumer -> consumer.held() < consumer.segments())
                    .map(ConsumerProgress::consumer)
                    .toList();
        }
    }

    Seen seen() {
        return seen;
    }

    @Override
    public boolean isTooLong() {
        return seen.lagAtTheDoor() > limit;
    }

    /** Looks now; otherwise this happens by itself. */
    void look() {
        List<ConsumerProgress> consumers = log.consumers();
        seen = new Seen(log.head(), consumers, parked.count());
        if (consumers.stream().anyMatch(ConsumerProgress::catchingUp)) {
            rebuilds.caughtUpAt(seen.head() - limit);
        }
        MultiGauge gauges = lags;
        if (gauges != null) {
            Seen now = seen;
            gauges.register(
                    consumers.stream()
                            .map(
                                    consumer ->
                                            MultiGauge.Row.of(
                                                    Tags.of("consumer", consumer.consumer()),
                                                    now.lag(consumer)))
                            .toList(),
                    true);
        }
    }

    private void lookUnlessAway() {
        try {
            look();
        } catch (RuntimeException away) {
            LOG.debug("The log cannot be looked at", away);
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        lags =
                MultiGauge.builder("xiangmuzhang.log.lag")
                        .description("Positions of the log that a consumer is behind")
                        .register(meters);
        gauge(meters, "xiangmuzhang.log.head", "Last position of the log", () -> seen.head());
        gauge(
                meters,
                "xiangmuzhang.log.parked",
                "Subjects whose events wait for an operator",
                () -> seen.parked());
        gauge(
                meters,
                "xiangmuzhang.log.abandoned",
                "Consumers with a part that no node works on",
                () -> seen.abandoned().size());
    }

    private static void gauge(
            MeterRegistry meters,
            String name,
            String description,
            java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }

    @Override
    public synchronized void start() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("operations-watch").factory());
        timer.scheduleWithFixedDelay(
                this::lookUnlessAway, 0, every.toMillis(), TimeUnit.MILLISECONDS);
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

package org.xiangmuzhang.timers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again whether another node has sent the clock forward. */
final class Lookout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final SharedLead lead;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("practice-clock").daemon().factory());

    Lookout(SharedLead lead, Duration every) {
        this.lead = lead;
        thread.scheduleWithFixedDelay(
                this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            lead.read();
        } catch (RuntimeException e) {
            LOG.debug("The lead of the practice clock cannot be read now", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package org.xiangmuzhang.operations;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the log's consumers do their work: {@code DEGRADED} while one has a part that nobody
 * works on or is far behind, or events are parked. The platform still serves, so it is no reason to
 * restart it or to send callers elsewhere.
 */
@Component("log")
class LogHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final LogWatch watch;
    private final long far;

    LogHealth(LogWatch watch, @Value("${xiangmuzhang.operations.far-behind:10000}") long far) {
        this.watch = watch;
        this.far = far;
    }

    @Override
    public Health health() {
        LogWatch.Seen seen = watch.seen();
        boolean well = seen.lag() <= far && seen.parked() == 0 && seen.abandoned().isEmpty();
        return Health.status(well ? Status.UP : DEGRADED)
                .withDetail("head", seen.head())
                .withDetail("lag", seen.lag())
                .withDetail("parked", seen.parked())
                .withDetail("abandoned", seen.abandoned())
                .build();
    }
}

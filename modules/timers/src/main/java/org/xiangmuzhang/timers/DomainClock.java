package org.xiangmuzhang.timers;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** The platform's one clock, in the domain's zone. In training it may run ahead, never back. */
public final class DomainClock extends Clock {

    private final InstantSource source;
    private volatile Duration ahead = Duration.ZERO;

    public DomainClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return WorkingDays.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The domain has one zone, " + WorkingDays.ZONE);
    }

    /** How far the clock runs ahead of the source. */
    public Duration ahead() {
        return ahead;
    }

    void runAhead(Duration ahead) {
        this.ahead = ahead;
    }
}

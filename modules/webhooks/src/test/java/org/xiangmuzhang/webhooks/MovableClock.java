package org.xiangmuzhang.webhooks;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is moved on. */
class MovableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-02T01:00:00Z");

    synchronized void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return WorkingDays.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

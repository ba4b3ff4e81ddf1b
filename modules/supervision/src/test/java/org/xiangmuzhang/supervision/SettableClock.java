package org.xiangmuzhang.supervision;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands at nine in the morning of a day until it is set to another. */
class SettableClock extends Clock {

    private volatile LocalDate today = LocalDate.of(2026, 11, 2);

    void set(LocalDate day) {
        today = day;
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
        return today.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant();
    }
}

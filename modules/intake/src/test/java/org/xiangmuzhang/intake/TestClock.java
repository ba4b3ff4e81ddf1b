package org.xiangmuzhang.intake;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands at nine in the morning of whichever day a test says. */
final class TestClock extends Clock {

    private volatile LocalDate day = LocalDate.of(2026, 11, 2);

    void at(String date) {
        day = LocalDate.parse(date);
    }

    @Override
    public ZoneId getZone() {
        return WorkingDays.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return day.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant();
    }
}

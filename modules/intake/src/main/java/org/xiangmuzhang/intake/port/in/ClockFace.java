package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.ItemClock;

import java.time.LocalDate;

/**
 * A legal clock as it reads today. Used and left are days of the unit of their limit; left is
 * negative when the limit is passed.
 *
 * @param calendar version of the working calendar it was computed from
 * @param provisional whether it rests on a year whose arrangement is not published
 */
public record ClockFace(
        ItemClock clock,
        LocalDate promisedDue,
        int promisedUsed,
        int promisedLeft,
        @Nullable LocalDate statutoryDue,
        @Nullable Integer statutoryUsed,
        @Nullable Integer statutoryLeft,
        String calendar,
        boolean provisional) {}

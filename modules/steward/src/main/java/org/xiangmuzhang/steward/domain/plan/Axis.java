package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Working days as whole numbers, so that both passes of a schedule add and subtract the same units
 * and no holiday can fall between them. Day 0 is the first working day of the plan.
 */
final class Axis {

    private final WorkingDays calendar;
    private final List<LocalDate> days = new ArrayList<>();

    Axis(WorkingDays calendar, LocalDate from) {
        this.calendar = calendar;
        days.add(calendar.onOrAfter(from));
    }

    /** Number of the day, or of the next working day when it is a day off. */
    int atOrAfter(LocalDate day) {
        if (day.isBefore(days.getFirst())) {
            return -calendar.between(calendar.onOrAfter(day), days.getFirst());
        }
        while (days.getLast().isBefore(day)) {
            days.add(calendar.plus(days.getLast(), 1));
        }
        int found = Collections.binarySearch(days, day);
        return found >= 0 ? found : -found - 1;
    }

    /** Number of the day, or of the last working day before it when it is a day off. */
    int atOrBefore(LocalDate day) {
        return calendar.isWorkingDay(day) ? atOrAfter(day) : atOrAfter(day) - 1;
    }

    LocalDate date(int number) {
        if (number < 0) {
            return calendar.plus(days.getFirst(), number);
        }
        while (days.size() <= number) {
            days.add(calendar.plus(days.getLast(), 1));
        }
        return days.get(number);
    }
}

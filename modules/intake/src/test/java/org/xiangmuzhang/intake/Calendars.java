package org.xiangmuzhang.intake;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The official arrangement of 2026, as far as the tests need it. */
public final class Calendars {

    private Calendars() {}

    public static WorkingDays of2026() {
        return of2026("2026-1");
    }

    /** Another version of it, with these days off. */
    public static WorkingDays of2026(String version, String... off) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        days.put(LocalDate.of(2026, 9, 20), true);
        days.put(LocalDate.of(2026, 10, 10), true);
        days.put(LocalDate.of(2026, 9, 25), false);
        for (int day = 1; day <= 7; day++) {
            days.put(LocalDate.of(2026, 10, day), false);
        }
        Stream.of(off).map(LocalDate::parse).forEach(day -> days.put(day, false));
        return new WorkingDays(version, days, Set.of(Year.of(2026)));
    }
}

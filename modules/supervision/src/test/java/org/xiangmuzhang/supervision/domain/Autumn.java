package org.xiangmuzhang.supervision.domain;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The working calendar of autumn 2026: two breaks, two make-up workdays. */
public final class Autumn {

    public static final WorkingDays CALENDAR = calendar("autumn", List.of());

    private Autumn() {}

    /** The same autumn with further days off. */
    public static WorkingDays calendar(String version, List<String> off) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (int day = 1; day <= 7; day++) {
            days.put(LocalDate.of(2026, 10, day), false);
        }
        for (int day = 25; day <= 27; day++) {
            days.put(LocalDate.of(2026, 9, day), false);
        }
        days.put(LocalDate.of(2026, 9, 20), true);
        days.put(LocalDate.of(2026, 10, 10), true);
        off.forEach(day -> days.put(LocalDate.parse(day), false));
        return new WorkingDays(version, days, Set.of(Year.of(2026)));
    }

    public static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }
}

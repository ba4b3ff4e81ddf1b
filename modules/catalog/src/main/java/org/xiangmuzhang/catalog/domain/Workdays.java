package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The working calendar as its table states it. */
final class Workdays {

    private Workdays() {}

    /** A year is published when every row of it is official. */
    static WorkingDays calendar(List<Row> rows, String version) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        Map<Year, Boolean> official = new HashMap<>();
        for (Row row : rows) {
            exceptions.put(LocalDate.parse(row.get("date")), row.get("is_working_day").equals("1"));
            official.merge(
                    Year.of(row.number("year")),
                    row.get("status").equals("OFFICIAL"),
                    Boolean::logicalAnd);
        }
        return new WorkingDays(
                version,
                exceptions,
                official.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    static List<CalendarDay> days(List<Row> rows) {
        return rows.stream()
                .map(
                        row ->
                                new CalendarDay(
                                        LocalDate.parse(row.get("date")),
                                        row.get("is_working_day").equals("1"),
                                        row.get("kind"),
                                        row.get("festival_zh"),
                                        row.get("festival_en"),
                                        row.get("status").equals("OFFICIAL")))
                .sorted(Comparator.comparing(CalendarDay::date))
                .toList();
    }
}

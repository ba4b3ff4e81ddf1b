package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The arrangement of holidays of one year.
 *
 * @param official false when only the holiday rules were applied
 * @param notice title of the notice, or what it was computed from
 * @param address where the notice is published, or null
 */
@ValueObject
public record Arrangement(
        boolean official, String notice, @Nullable String address, List<Day> days) {

    /** More days of a year are no exception from the week. */
    private static final int MOST = 200;

    private static final int LONGEST = 300;

    private static final List<String> KINDS =
            List.of("HOLIDAY", "IN_LIEU_OFF", "MAKEUP_WORKDAY", "STATUTORY_PROJECTED");

    /**
     * A day that differs from the plain week.
     *
     * @param kind HOLIDAY, IN_LIEU_OFF, MAKEUP_WORKDAY or STATUTORY_PROJECTED
     */
    @ValueObject
    public record Day(LocalDate date, String kind, String festivalZh, String festivalEn) {

        boolean isWorking() {
            return kind.equals("MAKEUP_WORKDAY");
        }
    }

    public Arrangement {
        days = List.copyOf(days);
        if (notice.isBlank() || notice.length() > LONGEST) {
            throw Refusal.invalid("calendar-notice", "/notice", LONGEST);
        }
        if (address != null && address.length() > LONGEST) {
            throw Refusal.invalid("calendar-notice", "/address", LONGEST);
        }
        if (days.isEmpty() || days.size() > MOST) {
            throw Refusal.invalid("calendar-days", "/days", MOST);
        }
        for (int at = 0; at < days.size(); at++) {
            Day day = days.get(at);
            String pointer = "/days/" + at;
            if (!KINDS.contains(day.kind())) {
                throw Refusal.invalid("calendar-kind", pointer + "/kind", String.join(", ", KINDS));
            }
            mustBeNamed(day.festivalZh(), pointer + "/festivalZh");
            mustBeNamed(day.festivalEn(), pointer + "/festivalEn");
        }
    }

    private static void mustBeNamed(String festival, String pointer) {
        if (festival.isBlank() || festival.length() > LONGEST) {
            throw Refusal.invalid("calendar-festival", pointer, LONGEST);
        }
    }

    /** The tables as they are with this arrangement in the place of the year's rows. */
    public List<Sheet> over(Library library, int year) {
        String source = (official ? "H-" : "HP-") + year;
        List<Row> sources = new ArrayList<>(library.rows(Table.SOURCES));
        sources.removeIf(row -> row.get("source_id").equals(source));
        sources.add(new Row(sources.size() + 2, source(source, year)));
        List<Map<String, String>> all = new ArrayList<>();
        library.rows(Table.WORKDAYS).stream()
                .filter(row -> row.number("year") != year)
                .forEach(row -> all.add(row.fields()));
        days.forEach(day -> all.add(row(day, year, source)));
        all.sort(Comparator.comparing(fields -> fields.getOrDefault("date", "")));
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> fields : all) {
            rows.add(new Row(rows.size() + 2, fields));
        }
        return List.of(new Sheet(Table.SOURCES, sources), new Sheet(Table.WORKDAYS, rows));
    }

    /** The calendar with this arrangement in the place of the year's days. */
    public WorkingDays over(WorkingDays calendar, int year) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>(calendar.exceptions());
        exceptions.keySet().removeIf(day -> day.getYear() == year);
        days.forEach(day -> exceptions.put(day.date(), day.isWorking()));
        Set<Year> published = new HashSet<>(calendar.publishedYears());
        published.remove(Year.of(year));
        if (official) {
            published.add(Year.of(year));
        }
        return new WorkingDays(calendar.version(), exceptions, published);
    }

    /** Whether the year's rows say the same already, and as officially. */
    public boolean isAsIn(Library library, int year) {
        return Workdays.days(
                        library.rows(Table.WORKDAYS).stream()
                                .filter(row -> row.number("year") == year)
                                .toList())
                .equals(
                        days.stream()
                                .map(
                                        day ->
                                                new CalendarDay(
                                                        day.date(),
                                                        day.isWorking(),
                                                        day.kind(),
                                                        day.festivalZh().strip(),
                                                        day.festivalEn().strip(),
                                                        official))
                                .sorted(Comparator.comparing(CalendarDay::date))
                                .toList());
    }

    private Map<String, String> source(String id, int year) {
        Map<String, String> fields = new HashMap<>();
        fields.put("source_id", id);
        fields.put("kind", official ? "notice" : "projection");
        fields.put("title", notice.strip());
        fields.put("what_it_supports", "Working calendar of " + year);
        fields.put("url", address == null ? "" : address.strip());
        fields.put("check", "proposed and approved by two editors");
        return fields;
    }

    private Map<String, String> row(Day day, int year, String source) {
        return Map.of(
                "date",
                day.date().toString(),
                "year",
                Integer.toString(year),
                "weekday",
                day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA),
                "kind",
                day.kind(),
                "is_working_day",
                day.isWorking() ? "1" : "0",
                "festival_zh",
                day.festivalZh().strip(),
                "festival_en",
                day.festivalEn().strip(),
                "status",
                official ? "OFFICIAL" : "PROJECTED",
                "source_id",
                source);
    }
}

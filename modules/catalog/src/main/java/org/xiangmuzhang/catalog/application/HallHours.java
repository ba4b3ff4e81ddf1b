package org.xiangmuzhang.catalog.application;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the hours of halls from the setting of the place. */
@Component
class HallHours implements ServiceCalendars {

    private static final String EVERY_HALL = "*";
    private static final String HALL = "\\*|[A-Z0-9]{1,20}(-[A-Z0-9]{1,20}){0,3}";
    private static final String WORKING_DAYS = "WORKING_DAYS";
    private static final String OTHER_DAYS = "OTHER_DAYS";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    /** A version that holds on one day only is how a single day differs. */
    static final Setting HOURS =
            new Setting(
                    "catalog.service-hours",
                    List.of(
                            Setting.Field.table(
                                    "hours",
                                    200,
                                    List.of(
                                            Setting.Field.formed("hall", 83, HALL, EVERY_HALL),
                                            Setting.Field.choice("days", days()),
                                            Setting.Field.formed("opens", 5, TIME, "09:00"),
                                            Setting.Field.formed("closes", 5, TIME, "17:00"),
                                            Setting.Field.choice("service", services())),
                                    List.of(hours("09:00", "12:00"), hours("13:00", "17:00")))),
                    "service-hours-overlap",
                    values -> areApart(values.rows("hours")));

    private final Settings settings;
    private final Snapshots snapshots;

    HallHours(Settings settings, Snapshots snapshots) {
        this.settings = settings;
        this.snapshots = snapshots;
    }

    @Bean
    static Setting serviceHoursSetting() {
        return HOURS;
    }

    @Override
    public List<Hours> of(Region region, String hall, LocalDate day) {
        return of(settings.at(HOURS, region, day), hall, day);
    }

    /** Hours of a hall on a day by the values of a setting. */
    List<Hours> of(Values values, String hall, LocalDate day) {
        List<Values> all = values.rows("hours");
        boolean own = all.stream().anyMatch(row -> row.text("hall").equals(hall));
        List<Values> ofHall =
                all.stream()
                        .filter(row -> row.text("hall").equals(own ? hall : EVERY_HALL))
                        .toList();
        String weekday = day.getDayOfWeek().name();
        boolean single = ofHall.stream().anyMatch(row -> row.text("days").equals(weekday));
        boolean working = snapshots.current().template().calendar().isWorkingDay(day);
        String kind = single ? weekday : working ? WORKING_DAYS : OTHER_DAYS;
        return ofHall.stream()
                .filter(row -> row.text("days").equals(kind))
                .map(
                        row ->
                                new Hours(
                                        opens(row),
                                        closes(row),
                                        Service.valueOf(row.text("service"))))
                .sorted(Comparator.comparing(Hours::opens))
                .toList();
    }

    /** Whether all hours end after they begin, and those of one hall and day do not overlap. */
    private static boolean areApart(List<Values> rows) {
        return rows.stream().allMatch(row -> opens(row).isBefore(closes(row)))
                && rows.stream()
                        .noneMatch(
                                one ->
                                        rows.stream()
                                                .anyMatch(
                                                        other ->
                                                                one != other
                                                                        && overlap(one, other)));
    }

    private static boolean overlap(Values one, Values other) {
        return one.text("hall").equals(other.text("hall"))
                && one.text("days").equals(other.text("days"))
                && opens(one).isBefore(closes(other))
                && opens(other).isBefore(closes(one));
    }

    private static LocalTime opens(Values row) {
        return LocalTime.parse(row.text("opens"));
    }

    private static LocalTime closes(Values row) {
        return LocalTime.parse(row.text("closes"));
    }

    private static Map<String, Object> hours(String opens, String closes) {
        return Map.of(
                "hall", EVERY_HALL,
                "days", WORKING_DAYS,
                "opens", opens,
                "closes", closes,
                "service", Service.REGULAR.name());
    }

    private static String[] days() {
        return Stream.concat(
                        Stream.of(WORKING_DAYS, OTHER_DAYS),
                        Arrays.stream(DayOfWeek.values()).map(Enum::name))
                .toArray(String[]::new);
    }

    private static String[] services() {
        return Arrays.stream(Service.values()).map(Enum::name).toArray(String[]::new);
    }
}

package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.catalog.api.ServiceCalendars.Hours;
import org.xiangmuzhang.catalog.api.ServiceCalendars.Service;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hours of halls by the working calendar of 2026. */
@Execution(ExecutionMode.CONCURRENT)
class ServiceCalendarTests {

    private static final Region PLACE = new Region("140502");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");
    private static final LocalDate SATURDAY = LocalDate.parse("2026-11-28");
    private static final LocalDate HOLIDAY = LocalDate.parse("2026-10-01");
    private static final LocalDate MAKEUP_SATURDAY = LocalDate.parse("2026-10-10");

    private final TestCatalog catalog = TestCatalog.shipped();
    private final ServiceCalendars calendars = catalog.serviceCalendars();

    @Test
    void shippedHoursAreThoseOfWorkingDaysMakeUpDaysIncluded() {
        for (LocalDate day : List.of(FRIDAY, MAKEUP_SATURDAY)) {
            assertThat(calendars.of(PLACE, "140500-01", day))
                    .containsExactly(
                            hours("09:00", "12:00", Service.REGULAR),
                            hours("13:00", "17:00", Service.REGULAR));
        }
        assertThat(calendars.of(PLACE, "140500-01", SATURDAY)).isEmpty();
        assertThat(calendars.of(PLACE, "140500-01", HOLIDAY)).isEmpty();
    }

    @Test
    void aHallWithRowsOfItsOwnAndAWeekdayWithItsOwnGoBeforeTheGeneral() {
        set(
                row("*", "WORKING_DAYS", "09:00", "17:00", "REGULAR"),
                row("140500-01", "WORKING_DAYS", "08:30", "12:00", "REGULAR"),
                row("140500-01", "WORKING_DAYS", "12:00", "14:00", "NOON"),
                row("140500-01", "FRIDAY", "08:30", "20:00", "AFTER_HOURS"),
                row("140500-01", "OTHER_DAYS", "10:00", "15:00", "WEEKEND"));

        assertThat(calendars.of(PLACE, "140500-02", FRIDAY))
                .containsExactly(hours("09:00", "17:00", Service.REGULAR));
        assertThat(calendars.of(PLACE, "140500-01", FRIDAY))
                .containsExactly(hours("08:30", "20:00", Service.AFTER_HOURS));
        assertThat(calendars.of(PLACE, "140500-01", FRIDAY.minusDays(1)))
                .containsExactly(
                        hours("08:30", "12:00", Service.REGULAR),
                        hours("12:00", "14:00", Service.NOON));
        assertThat(calendars.of(PLACE, "140500-01", HOLIDAY))
                .containsExactly(hours("10:00", "15:00", Service.WEEKEND));
        assertThat(calendars.of(PLACE, "140500-02", SATURDAY)).isEmpty();
    }

    @Test
    void theMomentOfClosingIsClosed() {
        assertThat(calendars.at(PLACE, "大厅", FRIDAY.atTime(8, 59))).isEmpty();
        assertThat(calendars.at(PLACE, "大厅", FRIDAY.atTime(9, 0))).isPresent();
        assertThat(calendars.at(PLACE, "大厅", FRIDAY.atTime(11, 59))).isPresent();
        assertThat(calendars.at(PLACE, "大厅", FRIDAY.atTime(12, 0))).isEmpty();
        assertThat(calendars.at(PLACE, "大厅", FRIDAY.atTime(16, 59)))
                .contains(hours("13:00", "17:00", Service.REGULAR));
    }

    @Test
    void hoursThatOverlapOrEndBeforeTheyBeginAreNone() {
        Setting setting = catalog.setting("catalog.service-hours");
        assertThat(holds(setting, row("*", "MONDAY", "12:00", "12:00", "NOON"))).isFalse();
        assertThat(
                        holds(
                                setting,
                                row("*", "MONDAY", "09:00", "12:00", "REGULAR"),
                                row("*", "MONDAY", "11:59", "13:00", "NOON")))
                .isFalse();
        assertThat(
                        holds(
                                setting,
                                row("*", "MONDAY", "09:00", "12:00", "REGULAR"),
                                row("*", "MONDAY", "12:00", "13:00", "NOON"),
                                row("*", "TUESDAY", "09:00", "12:30", "REGULAR")))
                .isTrue();
    }

    private void set(Values... rows) {
        catalog.set("catalog.service-hours", "hours", List.of(rows));
    }

    private static boolean holds(Setting setting, Values... rows) {
        LinkedHashMap<String, Object> values = new LinkedHashMap<>(Map.of("hours", List.of(rows)));
        return setting.holds().test(new Values(values));
    }

    private static Values row(
            String hall, String days, String opens, String closes, String service) {
        LinkedHashMap<String, Object> row = new LinkedHashMap<>();
        row.put("hall", hall);
        row.put("days", days);
        row.put("opens", opens);
        row.put("closes", closes);
        row.put("service", service);
        return new Values(row);
    }

    private static Hours hours(String opens, String closes, Service service) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes), service);
    }
}

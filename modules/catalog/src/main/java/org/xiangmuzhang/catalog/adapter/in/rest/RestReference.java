package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.Bundle;
import org.xiangmuzhang.catalog.domain.CalendarDay;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;

/** Departments, regions, packages and the working calendar. */
@RestController
@RequestMapping("/api/catalog")
class RestReference {

    private static final int MOST_DAYS = 3650;

    private final Browsing browsing;

    RestReference(Browsing browsing) {
        this.browsing = browsing;
    }

    /**
     * A year of the calendar.
     *
     * @param published whether the arrangement of the year is official
     * @param days the days that differ from the plain week
     */
    record CalendarYear(int year, String version, boolean published, List<CalendarDay> days) {}

    /**
     * A day counted in working days.
     *
     * @param provisional whether it rests on a year that is not published
     */
    record Counted(
            LocalDate from, int days, LocalDate date, boolean provisional, String calendar) {}

    @GetMapping("/departments")
    List<Department> departments() {
        return List.copyOf(browsing.template().departments().values());
    }

    @GetMapping("/regions")
    List<Place> regions() {
        return List.copyOf(browsing.template().places().values());
    }

    @GetMapping("/packages")
    List<Bundle> packages(@RequestParam @Nullable Region region, Actor actor) {
        return List.copyOf(bundles(region, actor).values());
    }

    @GetMapping("/packages/{code}")
    Bundle bundle(@PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        Bundle bundle = bundles(region, actor).get(code);
        if (bundle == null) {
            throw Refusal.notFound("package-unknown", code);
        }
        return bundle;
    }

    private Map<String, Bundle> bundles(@Nullable Region region, Actor actor) {
        return browsing.at(region == null ? actor.region() : region).template().bundles();
    }

    @GetMapping("/calendar/{year}")
    CalendarYear calendar(@PathVariable int year) {
        List<CalendarDay> days = browsing.template().days(year);
        if (days.isEmpty()) {
            throw Refusal.notFound("calendar-year-unknown", Integer.toString(year));
        }
        WorkingDays calendar = browsing.template().calendar();
        return new CalendarYear(
                year, calendar.version(), calendar.publishedYears().contains(Year.of(year)), days);
    }

    @GetMapping("/working-days")
    Counted workingDays(@RequestParam LocalDate from, @RequestParam int days) {
        if (Math.abs((long) days) > MOST_DAYS) {
            throw Refusal.invalid("days-bounds", "/days", -MOST_DAYS, MOST_DAYS);
        }
        WorkingDays calendar = browsing.template().calendar();
        LocalDate date = calendar.plus(from, days);
        return new Counted(from, days, date, calendar.isProvisional(date), calendar.version());
    }
}

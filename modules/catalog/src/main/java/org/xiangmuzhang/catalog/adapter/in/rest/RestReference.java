package org.xiangmuzhang.catalog.adapter.in.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;

/** Departments, regions and the working calendar. */
@RestController
@RequestMapping("/api/catalog")
class RestReference {

    private static final int MOST_DAYS = 3650;

    private final Browsing browsing;

    RestReference(Browsing browsing) {
        this.browsing = browsing;
    }

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

package org.xiangmuzhang;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.HoursOfHalls;

import java.time.LocalDate;
import java.util.List;

/** Shows the hours that a place has set beside its halls. */
@Component
class CatalogHours implements HoursOfHalls {

    private final ServiceCalendars calendars;

    CatalogHours(ServiceCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Span> of(Region region, String hall, LocalDate day) {
        return calendars.of(region, hall, day).stream()
                .map(it -> new Span(it.opens(), it.closes(), it.service().name()))
                .toList();
    }
}

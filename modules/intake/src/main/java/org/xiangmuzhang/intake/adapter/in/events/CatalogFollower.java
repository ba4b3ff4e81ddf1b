package org.xiangmuzhang.intake.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.intake.port.in.FollowingCalendar;
import org.xiangmuzhang.timers.Timetable;

/**
 * A new working calendar moves due dates. Every place counts by the template's, so all of them are
 * read; that is work for many short transactions, not for the one that hears the event.
 */
@Component("intake.catalogFollower")
@ProcessingGroup("intake.calendar")
class CatalogFollower {

    private final Timetable timetable;

    CatalogFollower(Timetable timetable) {
        this.timetable = timetable;
    }

    @EventHandler
    void on(CalendarPublished event) {
        timetable.soon(FollowingCalendar.WORK);
    }
}

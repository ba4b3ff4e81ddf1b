package org.xiangmuzhang.steward.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.steward.port.in.FollowingCalendar;
import org.xiangmuzhang.timers.Timetable;

/**
 * A new working calendar moves plans. Every place counts by the template's, so all of them are
 * read; that is work for many short transactions, not for the one that hears the event.
 */
@Component("steward.catalogFollower")
@ProcessingGroup("steward.calendar")
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

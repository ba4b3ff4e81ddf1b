package org.xiangmuzhang.supervision.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.events.CalendarPublished;
import org.xiangmuzhang.supervision.application.TurningLights;
import org.xiangmuzhang.timers.Timetable;

/** A new working calendar turns lights; the sweep finds those that were read by another. */
@Component("supervision.catalogFollower")
@ProcessingGroup("supervision.calendar")
class CatalogFollower {

    private final Timetable timetable;

    CatalogFollower(Timetable timetable) {
        this.timetable = timetable;
    }

    @EventHandler
    void on(CalendarPublished event) {
        timetable.soon(TurningLights.WORK);
    }
}

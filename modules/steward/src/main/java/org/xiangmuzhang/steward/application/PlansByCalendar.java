package org.xiangmuzhang.steward.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.steward.port.in.FollowingCalendar;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.out.PlanCalendars;

import java.util.List;
import java.util.UUID;

/**
 * Goes by the calendar kept with each plan, not by what was told: so it finds also what somebody
 * drew by the old calendar while the new one came, and begins where it was stopped.
 */
@Component
class PlansByCalendar implements FollowingCalendar {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlansByCalendar.class);

    /** Projects looked up at once. */
    private static final int STRETCH = 200;

    private final PlanCalendars calendars;
    private final PlanDrawing plans;
    private final Catalog catalog;

    PlansByCalendar(PlanCalendars calendars, PlanDrawing plans, Catalog catalog) {
        this.calendars = calendars;
        this.plans = plans;
        this.catalog = catalog;
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public int run() {
        String inForce = catalog.calendar().version();
        int drawn = 0;
        String known = calendars.after("");
        while (known != null) {
            if (!known.equals(inForce)) {
                drawn += all(known, "catalog.calendar-published " + inForce);
            }
            known = calendars.after(known);
        }
        return drawn;
    }

    private int all(String before, String cause) {
        int drawn = 0;
        List<UUID> projects = calendars.projects(before, null, STRETCH);
        while (!projects.isEmpty()) {
            for (UUID project : projects) {
                drawn += one(project, cause);
            }
            projects = calendars.projects(before, projects.getLast(), STRETCH);
        }
        return drawn;
    }

    private int one(UUID project, String cause) {
        try {
            plans.redraw(project, cause);
            return 1;
        } catch (RuntimeException failed) {
            LOGGER.warn("Plan of {} not drawn again, {}; tried once more", project, cause, failed);
            return 0;
        }
    }
}

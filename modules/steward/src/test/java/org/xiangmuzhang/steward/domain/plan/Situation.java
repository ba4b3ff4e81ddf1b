package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Map;

/** All that a plan is drawn from. */
record Situation(
        Network network,
        Courses courses,
        Map<String, Progress> progress,
        LocalDate today,
        WorkingDays calendar) {

    Plan plan() {
        return Planner.draw(network, "1", courses, progress, today, calendar);
    }

    /** The day on or after which everything that has not begun begins. */
    LocalDate notBefore() {
        LocalDate start = courses.start();
        return calendar.onOrAfter(today.isAfter(start) ? today : start);
    }

    Situation with(Courses others) {
        return new Situation(network, others, progress, today, calendar);
    }

    Situation with(Network other) {
        return new Situation(other, courses, progress, today, calendar);
    }
}

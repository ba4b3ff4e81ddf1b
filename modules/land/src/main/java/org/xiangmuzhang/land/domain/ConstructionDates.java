package org.xiangmuzhang.land.domain;

import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;

/** By when the owner must begin and finish (即拍即用). */
public final class ConstructionDates {

    private ConstructionDates() {}

    /** The last day to begin: working days counted from the day after the delivery. */
    public static LocalDate startBy(LocalDate delivered, int workingDays, WorkingDays calendar) {
        return calendar.due(delivered, TimeLimit.workingDays(workingDays), List.of());
    }

    /** The same day of a later month, or its last day when the month is shorter. */
    public static LocalDate finishBy(LocalDate started, int months) {
        return started.plusMonths(months);
    }
}

package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;

/** Until when something is to be done, and from when on it is called to mind. */
@ValueObject
public record Term(LocalDate due, LocalDate remindOn) {

    /**
     * Counted from a day on; never called to mind before that day.
     *
     * @param days working days
     * @param before working days before the last one
     */
    public static Term of(LocalDate from, int days, int before, WorkingDays calendar) {
        return until(calendar.plus(from, days), from, before, calendar);
    }

    /** Until a day that somebody has named. */
    public static Term until(LocalDate due, LocalDate from, int before, WorkingDays calendar) {
        LocalDate early = calendar.plus(due, -before);
        return new Term(due, early.isBefore(from) ? from : early);
    }
}

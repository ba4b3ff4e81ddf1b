package org.xiangmuzhang.intake.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The legal clock of one item, for whoever checks the arithmetic.
 *
 * @param acceptedOn the day of acceptance, which does not count
 * @param pauses special procedures that have ended, both ends not counted
 * @param runningSince first day of a special procedure that still lasts, or null
 * @param decidedOn the last day that counts, or null while the item runs
 * @param lasting the special procedure that still lasts, or null
 */
public record ItemClock(
        UUID task,
        LocalDate acceptedOn,
        @Nullable TimeLimit statutory,
        TimeLimit promised,
        List<WorkingDays.Pause> pauses,
        @Nullable LocalDate runningSince,
        @Nullable LocalDate decidedOn,
        @Nullable SpecialProcedure lasting) {

    /** A clock of which it is not told what makes it stand. */
    public ItemClock(
            UUID task,
            LocalDate acceptedOn,
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            List<WorkingDays.Pause> pauses,
            @Nullable LocalDate runningSince,
            @Nullable LocalDate decidedOn) {
        this(task, acceptedOn, statutory, promised, pauses, runningSince, decidedOn, null);
    }
}

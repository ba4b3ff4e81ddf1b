package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A light that stands, with the facts that turned it.
 *
 * @param used days of the limit's unit that were used up on the day it turned
 * @param since the day it turned
 * @param calendar version of the working calendar it was computed by
 */
@ValueObject
public record Warning(
        UUID task,
        LimitClock.Kind clock,
        Region region,
        UUID application,
        @Nullable UUID project,
        String department,
        String itemCode,
        Light light,
        int used,
        TimeLimit limit,
        LocalDate due,
        LocalDate since,
        String calendar) {

    /** A place in a list of warnings, which come by due date, item and clock. */
    public record Place(LocalDate due, UUID task, LimitClock.Kind clock) {}
}

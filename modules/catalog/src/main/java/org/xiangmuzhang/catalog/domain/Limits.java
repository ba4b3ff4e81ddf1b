package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.kernel.TimeLimit;

/** Limits as the tables write them: a number of days and WD or CD. */
public final class Limits {

    private Limits() {}

    static TimeLimit of(Row item, String kind) {
        TimeLimit.Unit unit =
                item.get(kind + "_unit").equals("CD")
                        ? TimeLimit.Unit.CALENDAR_DAYS
                        : TimeLimit.Unit.WORKING_DAYS;
        return new TimeLimit(item.number(kind + "_days"), unit);
    }

    /**
     * Whether the one is certainly longer than the other. So many working days never take less than
     * as many calendar days; calendar days against working days cannot be compared.
     */
    public static boolean isLonger(TimeLimit one, TimeLimit other) {
        boolean comparable =
                one.unit() == other.unit() || one.unit() == TimeLimit.Unit.WORKING_DAYS;
        return comparable && one.days() > other.days();
    }
}

package org.xiangmuzhang.kernel;

/**
 * A number of days within which something is due. Zero means on the day itself.
 *
 * @param days 0 to 3650
 * @param unit what a day is
 */
public record TimeLimit(int days, Unit unit) {

    /** What counts as a day: the unit belongs to the limit, not to the item. */
    public enum Unit {
        /** 工作日. */
        WORKING_DAYS,
        /** 自然日; a last day off moves to the next working day (民法典 art. 203). */
        CALENDAR_DAYS
    }

    public TimeLimit {
        if (days < 0 || days > 3650) {
            throw Refusal.invalid("limit-days", "/days", days);
        }
    }

    public static TimeLimit workingDays(int days) {
        return new TimeLimit(days, Unit.WORKING_DAYS);
    }

    public static TimeLimit calendarDays(int days) {
        return new TimeLimit(days, Unit.CALENDAR_DAYS);
    }
}

package org.xiangmuzhang.kernel;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The working calendar and its arithmetic: the State Council's yearly arrangement over a plain
 * Monday-to-Friday week. The day of acceptance does not count; day one is the next working day. It
 * counts between the dates of {@link Bounds} and refuses others.
 *
 * @param version names the table, and is kept with every date that was computed from it
 * @param exceptions days that differ from the plain week: true is a working day
 * @param publishedYears years whose arrangement is official; any other year is provisional
 */
public record WorkingDays(
        String version, Map<LocalDate, Boolean> exceptions, Set<Year> publishedYears) {

    /** Domain dates are Chinese dates, whatever the machine's zone says. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public WorkingDays {
        exceptions = Map.copyOf(exceptions);
        publishedYears = Set.copyOf(publishedYears);
    }

    /** A stretch that does not count, both ends included. */
    public record Pause(LocalDate first, LocalDate last) {
        public Pause {
            if (last.isBefore(first)) {
                throw Refusal.invalid("pause-ends-before-it-begins", "/last", first, last);
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** Today's date in {@link #ZONE}. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean exception = exceptions.get(day);
        return exception != null
                ? exception
                : day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether a date rests on a year whose arrangement has not been published. */
    public boolean isProvisional(LocalDate day) {
        return !publishedYears.contains(Year.from(day));
    }

    /** The day itself if it is a working day, else the next one that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = Bounds.date(day);
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The last day within the limit, counted from the day of acceptance. */
    public LocalDate due(LocalDate accepted, TimeLimit limit, List<Pause> pauses) {
        if (limit.days() == 0) {
            return onOrAfter(accepted);
        }
        LocalDate day = Bounds.date(accepted);
        pauses.forEach(pause -> Bounds.date(pause.last()));
        int left = limit.days();
        while (left > 0) {
            day = day.plusDays(1);
            if (counts(day, limit.unit(), pauses)) {
                left--;
            }
        }
        return limit.unit() == TimeLimit.Unit.CALENDAR_DAYS ? onOrAfter(day) : day;
    }

    /**
     * Days of the limit's unit used up after acceptance until the end of a day, pauses left out.
     */
    public int used(LocalDate accepted, LocalDate until, TimeLimit.Unit unit, List<Pause> pauses) {
        Bounds.date(accepted);
        Bounds.date(until);
        int used = 0;
        for (LocalDate day = accepted.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (counts(day, unit, pauses)) {
                used++;
            }
        }
        return used;
    }

    /** Working days after the first date up to and including the second. */
    public int between(LocalDate exclusive, LocalDate inclusive) {
        return used(exclusive, inclusive, TimeLimit.Unit.WORKING_DAYS, List.of());
    }

    /**
     * The n-th working day after (or, for a negative n, before) a date; zero is the date itself.
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate found = Bounds.date(day);
        int step = Integer.signum(workingDays);
        for (int left = Math.abs(workingDays); left > 0; ) {
            found = found.plusDays(step);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    private boolean counts(LocalDate day, TimeLimit.Unit unit, List<Pause> pauses) {
        if (unit == TimeLimit.Unit.WORKING_DAYS && !isWorkingDay(day)) {
            return false;
        }
        for (Pause pause : pauses) {
            if (pause.covers(day)) {
                return false;
            }
        }
        return true;
    }
}

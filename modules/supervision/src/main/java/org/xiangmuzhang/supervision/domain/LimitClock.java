package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One of the two clocks of an item. Its light is a matter of the days that are used up when a day
 * ends; while a procedure lasts the clock stands and keeps its light.
 */
@ValueObject
public record LimitClock(UUID task, Kind kind, LocalDate acceptedOn, TimeLimit limit) {

    /** Which limit it runs against. */
    public enum Kind {
        STATUTORY,
        PROMISED
    }

    /**
     * What the light is, and why.
     *
     * @param used days of the limit's unit
     * @param due last day within the limit; while the clock stands, as if it went on tomorrow
     * @param nextTurn the day on which the light turns if nothing happens; null when it stands, or
     *     is past the limit
     */
    public record Reading(Light light, int used, LocalDate due, @Nullable LocalDate nextTurn) {}

    /** Reads the clock at the end of a day. */
    public Reading read(
            TimeLedger ledger, LocalDate today, WorkingDays calendar, Thresholds thresholds) {
        List<Holding> pauses = ledger.pauses(acceptedOn);
        List<WorkingDays.Pause> closed = TimeLedger.closed(pauses, today);
        @Nullable LocalDate standsFrom =
                pauses.isEmpty() || pauses.getLast().until() != null
                        ? null
                        : pauses.getLast().from();
        SequencedMap<LocalDate, Light> turns = turns(closed, standsFrom, calendar, thresholds);
        LocalDate seen = standsFrom != null && standsFrom.isBefore(today) ? standsFrom : today;
        Light light = Light.GREEN;
        @Nullable LocalDate next = null;
        for (var turn : turns.entrySet()) {
            if (!turn.getKey().isAfter(seen)) {
                light = turn.getValue();
            } else if (next == null && standsFrom == null) {
                next = turn.getKey();
            }
        }
        return new Reading(
                light,
                calendar.used(acceptedOn, today, limit.unit(), closed),
                calendar.due(acceptedOn, limit, closed),
                next);
    }

    private SequencedMap<LocalDate, Light> turns(
            List<WorkingDays.Pause> pauses,
            @Nullable LocalDate standsFrom,
            WorkingDays calendar,
            Thresholds thresholds) {
        int yellow = Thresholds.days(thresholds.yellowFromPercent(), limit.days());
        int orange = Thresholds.days(thresholds.orangeFromPercent(), limit.days());
        LocalDate red = calendar.due(acceptedOn, limit, pauses).plusDays(1);
        TreeMap<LocalDate, Light> turns = new TreeMap<>();
        int used = 0;
        for (LocalDate day = acceptedOn; day.isBefore(red); day = day.plusDays(1)) {
            if (standsFrom != null && !day.isBefore(standsFrom)) {
                return turns;
            }
            if (day.isAfter(acceptedOn)) {
                used += calendar.used(day.minusDays(1), day, limit.unit(), pauses);
            }
            if (used >= orange) {
                turns.putIfAbsent(firstOf(turns, Light.ORANGE, day), Light.ORANGE);
            } else if (used >= yellow) {
                turns.putIfAbsent(firstOf(turns, Light.YELLOW, day), Light.YELLOW);
            }
        }
        turns.put(red, Light.RED);
        return turns;
    }

    private static LocalDate firstOf(TreeMap<LocalDate, Light> turns, Light light, LocalDate day) {
        return !turns.isEmpty() && turns.lastEntry().getValue() == light ? turns.lastKey() : day;
    }
}

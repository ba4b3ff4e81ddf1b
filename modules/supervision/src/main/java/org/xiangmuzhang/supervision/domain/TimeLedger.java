package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.kernel.WorkingDays.Pause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Who held an item on each day from its receipt on: the one that held it when the day ended. The
 * stretches leave no gap and do not overlap, so that the holders' days add up to the elapsed ones.
 * Where the law leaves a day out of the count, it stays with whom it was: the day of acceptance
 * with the window, the last day of a procedure with the procedure.
 *
 * @param receivedOn the day of receipt, which does not count
 * @param endedOn the last day that counts, or null while the item runs
 */
@ValueObject
public record TimeLedger(
        LocalDate receivedOn, List<Holding> holdings, @Nullable LocalDate endedOn) {

    public TimeLedger {
        holdings = List.copyOf(holdings);
    }

    /** A new item: the window has it. */
    public static TimeLedger received(LocalDate on) {
        return new TimeLedger(on, List.of(new Holding(on, null, Holder.HALL)), null);
    }

    /** From this day on someone else holds it; what was written for later days is void. */
    public TimeLedger hold(LocalDate from, Holder holder) {
        List<Holding> kept = until(from.minusDays(1));
        if (!kept.isEmpty() && kept.getLast().holder().equals(holder)) {
            LocalDate since = kept.removeLast().from();
            kept.add(new Holding(since, null, holder));
        } else {
            kept.add(new Holding(kept.isEmpty() ? receivedOn : from, null, holder));
        }
        return new TimeLedger(receivedOn, kept, endedOn);
    }

    /** It ended on this day, which still counts. */
    public TimeLedger end(LocalDate on) {
        LocalDate last = on.isBefore(receivedOn) ? receivedOn : on;
        return new TimeLedger(receivedOn, until(last), last);
    }

    /** Who holds it after the last change. */
    public Holder holder() {
        return holdings.getLast().holder();
    }

    /** Who held it when a day ended; null on the day of receipt, before it and after the end. */
    public @Nullable Holder holderOn(LocalDate day) {
        if (!day.isAfter(receivedOn)) {
            return null;
        }
        return holdings.stream()
                .filter(holding -> holding.covers(day))
                .map(Holding::holder)
                .findFirst()
                .orElse(null);
    }

    /** Working days of each holder up to the end of a day, in the order of their first stretch. */
    public SequencedMap<Holder, Integer> days(WorkingDays calendar, LocalDate today) {
        return days(calendar, receivedOn, today);
    }

    /** The same, counted from the day after a later one than the receipt. */
    public SequencedMap<Holder, Integer> days(
            WorkingDays calendar, LocalDate after, LocalDate today) {
        SequencedMap<Holder, Integer> days = new LinkedHashMap<>();
        LocalDate last = last(today);
        for (Holding holding : holdings) {
            LocalDate first = holding.from().isAfter(after) ? holding.from() : after.plusDays(1);
            LocalDate until = earlier(holding.until(), last);
            int count = until.isBefore(first) ? 0 : calendar.between(first.minusDays(1), until);
            days.merge(holding.holder(), count, Integer::sum);
        }
        return days;
    }

    /** Working days from the receipt to the end, or to the end of today. */
    public int elapsed(WorkingDays calendar, LocalDate today) {
        return calendar.between(receivedOn, last(today));
    }

    /** Stretches after a day in which no department held it; the last one may have no end. */
    public List<Holding> pauses(LocalDate after) {
        return holdings.stream()
                .filter(holding -> holding.holder().kind() != Holder.Kind.DEPARTMENT)
                .filter(holding -> holding.until() == null || holding.until().isAfter(after))
                .map(
                        holding ->
                                holding.from().isAfter(after)
                                        ? holding
                                        : new Holding(
                                                after.plusDays(1),
                                                holding.until(),
                                                holding.holder()))
                .toList();
    }

    /** The pauses as the calendar's arithmetic takes them, one that lasts ending today. */
    static List<Pause> closed(List<Holding> pauses, LocalDate today) {
        return pauses.stream()
                .filter(pause -> !pause.from().isAfter(today))
                .map(pause -> new Pause(pause.from(), earlier(pause.until(), today)))
                .toList();
    }

    private List<Holding> until(LocalDate last) {
        List<Holding> kept = new ArrayList<>();
        for (Holding holding : holdings) {
            if (!holding.from().isAfter(last)) {
                kept.add(holding.endingOn(earlier(holding.until(), last)));
            }
        }
        return kept;
    }

    private LocalDate last(LocalDate today) {
        return earlier(endedOn, today);
    }

    private static LocalDate earlier(@Nullable LocalDate day, LocalDate other) {
        return day == null || day.isAfter(other) ? other : day;
    }
}

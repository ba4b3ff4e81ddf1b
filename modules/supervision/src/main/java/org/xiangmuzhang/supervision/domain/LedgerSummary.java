package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Who held the days of several items. Published figures mix three ways of counting, so that all
 * three are given, each by its name, and agencies' days apart.
 *
 * @param elapsed working days from the first receipt to the last end, or to today
 * @param administrative working days on which at least one department held an item
 * @param intermediary working days on which at least one agency held an item
 * @param sumOverItems the items' elapsed days together
 * @param days the items' days together, by holder
 */
@ValueObject
public record LedgerSummary(
        int elapsed,
        int administrative,
        int intermediary,
        int sumOverItems,
        List<Share> days,
        List<OfTask> items) {

    /** The working days of one holder. */
    public record Share(Holder holder, int days) {}

    /**
     * The days of one item.
     *
     * @param until the last day that counts: the end, or today
     * @param elapsed working days since the receipt; the shares add up to them
     */
    public record OfTask(
            WatchedTask task,
            LocalDate receivedOn,
            LocalDate until,
            boolean running,
            @Nullable Holder holder,
            int elapsed,
            List<Share> days,
            List<Holding> holdings) {

        public static OfTask of(LedgerSheet sheet, WorkingDays calendar, LocalDate today) {
            TimeLedger ledger = sheet.ledger();
            LocalDate ended = ledger.endedOn();
            return new OfTask(
                    sheet.task(),
                    ledger.receivedOn(),
                    ended == null ? today : ended,
                    ended == null,
                    ended == null ? ledger.holder() : null,
                    ledger.elapsed(calendar, today),
                    shares(ledger.days(calendar, today)),
                    ledger.holdings());
        }
    }

    /** The days of these items up to today. */
    public static LedgerSummary of(
            List<LedgerSheet> sheets, WorkingDays calendar, LocalDate today) {
        List<OfTask> items =
                sheets.stream().map(sheet -> OfTask.of(sheet, calendar, today)).toList();
        SequencedMap<Holder, Integer> sums = new LinkedHashMap<>();
        for (OfTask item : items) {
            item.days().forEach(share -> sums.merge(share.holder(), share.days(), Integer::sum));
        }
        LocalDate first =
                items.stream().map(OfTask::receivedOn).min(Comparator.naturalOrder()).orElse(today);
        LocalDate last =
                items.stream().map(OfTask::until).max(Comparator.naturalOrder()).orElse(today);
        return new LedgerSummary(
                calendar.between(first, last),
                heldBy(Holder.Kind.DEPARTMENT, sheets, first, last, calendar),
                heldBy(Holder.Kind.INTERMEDIARY, sheets, first, last, calendar),
                items.stream().mapToInt(OfTask::elapsed).sum(),
                shares(sums),
                items);
    }

    private static int heldBy(
            Holder.Kind kind,
            List<LedgerSheet> sheets,
            LocalDate first,
            LocalDate last,
            WorkingDays calendar) {
        return (int)
                first.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .filter(
                                day ->
                                        sheets.stream()
                                                .map(sheet -> sheet.ledger().holderOn(day))
                                                .filter(Objects::nonNull)
                                                .anyMatch(holder -> holder.kind() == kind))
                        .count();
    }

    private static List<Share> shares(SequencedMap<Holder, Integer> days) {
        return days.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .toList();
    }
}

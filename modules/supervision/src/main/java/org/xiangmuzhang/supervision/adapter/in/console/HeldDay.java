package org.xiangmuzhang.supervision.adapter.in.console;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.Holding;
import org.xiangmuzhang.supervision.domain.LedgerSummary;

import java.time.LocalDate;
import java.util.List;

/**
 * One working day of an item and who held it.
 *
 * @param kind of the holder
 * @param words the day and its holder
 */
record HeldDay(LocalDate day, Holder.Kind kind, String words) {

    /** So many are drawn; of a longer story the last ones. */
    private static final int MOST = 90;

    static List<HeldDay> of(LedgerSummary.OfTask ledger, WorkingDays calendar, Words words) {
        if (!ledger.until().isAfter(ledger.receivedOn())) {
            return List.of();
        }
        List<LocalDate> days =
                ledger.receivedOn()
                        .plusDays(1)
                        .datesUntil(ledger.until().plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .toList();
        return days.subList(Math.max(0, days.size() - MOST), days.size()).stream()
                .flatMap(
                        day ->
                                ledger.holdings().stream()
                                        .filter(holding -> covers(holding, day))
                                        .limit(1)
                                        .map(
                                                holding ->
                                                        held(
                                                                day,
                                                                holding.holder(),
                                                                ledger.task().region(),
                                                                words)))
                .toList();
    }

    private static boolean covers(Holding holding, LocalDate day) {
        return !day.isBefore(holding.from())
                && (holding.until() == null || !day.isAfter(holding.until()));
    }

    private static HeldDay held(LocalDate day, Holder holder, Region place, Words words) {
        return new HeldDay(day, holder.kind(), day + " · " + words.holder(place, holder));
    }
}

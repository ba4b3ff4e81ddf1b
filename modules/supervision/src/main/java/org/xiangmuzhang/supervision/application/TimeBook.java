package org.xiangmuzhang.supervision.application;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.port.out.Lights.Change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The sheets that are being written in, and what becomes of their clocks. */
final class TimeBook {

    private final Map<UUID, LedgerSheet> sheets = new LinkedHashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final List<Change> clocks = new ArrayList<>();

    TimeBook(Collection<LedgerSheet> known) {
        known.forEach(sheet -> sheets.put(sheet.task().id(), sheet));
    }

    LedgerSheet sheet(UUID task) {
        LedgerSheet known = sheets.get(task);
        if (known == null) {
            throw new IllegalStateException("No ledger of item " + task);
        }
        return known;
    }

    /** All items of an application. */
    List<LedgerSheet> of(UUID application) {
        return sheets.values().stream()
                .filter(sheet -> sheet.task().application().equals(application))
                .toList();
    }

    /** Items of an application that have not ended, by id. */
    List<UUID> running(UUID application) {
        return of(application).stream()
                .filter(sheet -> sheet.ledger().endedOn() == null)
                .map(sheet -> sheet.task().id())
                .sorted()
                .toList();
    }

    void keep(LedgerSheet sheet) {
        sheets.put(sheet.task().id(), sheet);
        changed.add(sheet.task().id());
    }

    void start(Region region, LimitClock clock, LocalDate on) {
        clocks.add(new Change.Started(region, clock, on));
    }

    void touch(UUID task, LocalDate on) {
        clocks.add(new Change.Touched(task, on));
    }

    void end(UUID task, LocalDate on) {
        clocks.add(new Change.Ended(task, on));
    }

    List<LedgerSheet> changed() {
        return changed.stream().map(this::sheet).toList();
    }

    List<Change> clocks() {
        return List.copyOf(clocks);
    }
}

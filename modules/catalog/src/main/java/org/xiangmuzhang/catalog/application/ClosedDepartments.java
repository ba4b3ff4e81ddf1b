package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A department goes from the catalog only when nobody waits for it: while it has open tasks, or
 * items of lists of places name it, the table is refused.
 */
@Component
class ClosedDepartments {

    private final Snapshots snapshots;
    private final OwnItems items;
    private final Touched touched;
    private final Clock clock;

    ClosedDepartments(Snapshots snapshots, OwnItems items, Touched touched, Clock clock) {
        this.snapshots = snapshots;
        this.items = items;
        this.touched = touched;
        this.clock = clock;
    }

    /** Refuses with {@code department-in-use}. */
    void check(Library before, Library after) {
        Set<String> left = codes(after);
        for (String code : codes(before)) {
            if (!left.contains(code)) {
                mayClose(code);
            }
        }
    }

    private static Set<String> codes(Library library) {
        return library.rows(Table.DEPARTMENTS).stream()
                .map((Row row) -> row.get("dept_code"))
                .collect(Collectors.toSet());
    }

    private void mayClose(String code) {
        Snapshot now = snapshots.current();
        Set<Region> places = now.template().places().keySet();
        long open =
                touched.by(places, Table.DEPARTMENTS.text(), code, Set.of()).stream()
                        .mapToLong(Dependents.Line::count)
                        .sum();
        long decides = items.decidedBy(code, WorkingDays.today(clock));
        if (open + decides > 0) {
            throw Refusal.conflict("department-in-use", code, open, decides);
        }
    }
}

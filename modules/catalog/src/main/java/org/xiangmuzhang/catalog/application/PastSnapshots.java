package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.out.PastCatalogs;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The catalog as it was at the end of a day; days between two changes share one snapshot. */
@Component
class PastSnapshots {

    /** So many catalogs gone by are kept in memory at most. */
    private static final int KEPT = 2;

    private final PastCatalogs past;
    private final Snapshots snapshots;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Map<Instant, Snapshot> kept = new LinkedHashMap<>(4, 0.75f, true);

    PastSnapshots(
            PastCatalogs past,
            Snapshots snapshots,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.past = past;
        this.snapshots = snapshots;
        this.reading = new TransactionTemplate(transactionManager);
        this.clock = clock;
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
    }

    /**
     * The catalog at the end of a day, the current one today and after; refuses {@code
     * list-before-catalog} when there was none yet.
     */
    Snapshot at(LocalDate day) {
        if (!day.isBefore(WorkingDays.today(clock))) {
            return snapshots.current();
        }
        Instant end = day.plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant();
        return Objects.requireNonNull(reading.execute(status -> before(end, day)));
    }

    private Snapshot before(Instant end, LocalDate day) {
        Instant change =
                past.lastChangeBefore(end)
                        .orElseThrow(() -> Refusal.notFound("list-before-catalog", day));
        boolean still =
                past.lastChangeBefore(clock.instant().plusSeconds(1))
                        .filter(change::equals)
                        .isPresent();
        return still ? snapshots.current() : known(change);
    }

    /** One after the other, so that a catalog is never read twice at one time. */
    private synchronized Snapshot known(Instant change) {
        Snapshot snapshot = kept.get(change);
        if (snapshot == null) {
            snapshot = read(change.plusNanos(1000));
            kept.put(change, snapshot);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return snapshot;
    }

    private Snapshot read(Instant moment) {
        Template template =
                new Template(past.library(moment), past.itemNumbers(moment), past.numbers(moment));
        return Snapshot.empty().next(0, 0, template, past.items(moment), past.rows(moment));
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.Overrides;
import org.xiangmuzhang.catalog.port.out.RowOverrides;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The catalog in memory. Reads look nothing up; at most every {@link #LOOK} one of them asks the
 * database whether another node has changed the catalog. What this node changes shows at once after
 * the commit.
 */
@Component
public class Snapshots {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Editions editions;
    private final Overrides overrides;
    private final RowOverrides rows;
    private final TransactionTemplate asking;
    private final TransactionTemplate loading;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Snapshot snapshot = Snapshot.empty();
    private volatile long looked;

    Snapshots(
            Editions editions,
            Overrides overrides,
            RowOverrides rows,
            PlatformTransactionManager transactionManager) {
        this.editions = editions;
        this.overrides = overrides;
        this.rows = rows;
        this.asking = apart(transactionManager);
        this.loading = apart(transactionManager);
        loading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private static TransactionTemplate apart(PlatformTransactionManager transactionManager) {
        TransactionTemplate apart = new TransactionTemplate(transactionManager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
        return apart;
    }

    /** The catalog as it was a moment ago, or later. */
    public Snapshot current() {
        if (snapshot.version() < 0) {
            return latest();
        }
        if (System.nanoTime() - looked > LOOK.toNanos() && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return snapshot;
    }

    /** The catalog with everything that is committed now. */
    public Snapshot latest() {
        looking.lock();
        try {
            look();
            return snapshot;
        } finally {
            looking.unlock();
        }
    }

    /** Lets the next reader see what this transaction changes, once it is committed. */
    void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        latest();
                    }
                });
    }

    /** In a transaction apart, so that nobody keeps what a running one has not committed. */
    private void look() {
        Snapshot before = snapshot;
        Editions.Head head = asking.execute(status -> editions.head());
        if (head.version() != before.version()) {
            snapshot = loading.execute(status -> loaded(before));
        }
        looked = System.nanoTime();
    }

    private Snapshot loaded(Snapshot before) {
        Editions.Head head = editions.head();
        if (head.version() == before.version()) {
            return before;
        }
        Template template =
                head.template() == before.templateVersion() ? before.template() : template();
        return before.next(
                head.version(),
                head.template(),
                template,
                overrides.changedAfter(before.version()),
                rows.changedAfter(before.version()));
    }

    private Template template() {
        return new Template(editions.library(), editions.itemNumbers(), editions.numbers());
    }
}

package org.xiangmuzhang.eventlog.axon;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.axon.KnownStreams.Known;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The streams that a transaction has read, each for the sight it was read with. */
final class ReadStreams implements TransactionSynchronization {

    private final Object key;
    private final Map<Read, Known> streams = new HashMap<>();

    private record Read(String aggregate, Sight sight) {}

    private ReadStreams(Object key) {
        this.key = key;
    }

    /** Those of the running transaction; none where there is none. */
    static ReadStreams here(Object key) {
        if (TransactionSynchronizationManager.getResource(key) instanceof ReadStreams known) {
            return known;
        }
        ReadStreams fresh = new ReadStreams(key);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(key, fresh);
            TransactionSynchronizationManager.registerSynchronization(fresh);
        }
        return fresh;
    }

    Known of(String aggregate, Supplier<Known> read) {
        return streams.computeIfAbsent(new Read(aggregate, Sight.current()), first -> read.get());
    }

    /** Somebody has looked for more of it. */
    void forget(String aggregate) {
        streams.keySet().removeIf(read -> read.aggregate.equals(aggregate));
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void savepointRollback(Object savepoint) {
        streams.clear();
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
}

package org.xiangmuzhang.steward.adapter.out.axon;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events of projects that a transaction has read; another one begins with none. */
final class ReadSoFar implements TransactionSynchronization {

    private final Object key;
    private final Map<UUID, Stream> streams = new HashMap<>();

    private ReadSoFar(Object key) {
        this.key = key;
    }

    private static final class Stream {
        private final List<LoggedEvent> events = new ArrayList<>();
        private long next;
    }

    /** That of the running transaction; a new one where there is none. */
    static ReadSoFar here(Object key) {
        if (TransactionSynchronizationManager.getResource(key) instanceof ReadSoFar known) {
            return known;
        }
        var fresh = new ReadSoFar(key);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(key, fresh);
            TransactionSynchronizationManager.registerSynchronization(fresh);
        }
        return fresh;
    }

    /** All events of a project as of now. */
    List<LoggedEvent> of(UUID project, EventStore store) {
        Stream stream = streams.computeIfAbsent(project, id -> new Stream());
        store.readEvents(project.toString(), stream.next)
                .forEachRemaining(
                        message -> {
                            stream.next = message.getSequenceNumber() + 1;
                            if (message.getPayload() instanceof LoggedEvent event) {
                                stream.events.add(event);
                            }
                        });
        return List.copyOf(stream.events);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    /** What was staged since the savepoint is gone: all is read anew. */
    @Override
    public void savepointRollback(Object savepoint) {
        streams.clear();
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
}

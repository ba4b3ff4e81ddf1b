package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiangmuzhang.eventlog.AppendListener;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Collects the events that a transaction publishes and appends them, in their order and in one
 * batch, as the very last thing before the commit: the log is held as short as can be, and a
 * rollback takes the events with it. Readers are woken when the transaction is over.
 */
final class AppendAtCommit implements TransactionExecutionListener {

    private final LogStorage storage;
    private final Provenance provenance;
    private final AppendListener listener;
    private Runnable wake = () -> {};

    AppendAtCommit(LogStorage storage, Provenance provenance, AppendListener listener) {
        this.storage = storage;
        this.provenance = provenance;
        this.listener = listener;
    }

    void wakes(Runnable readers) {
        this.wake = readers;
    }

    /** Stamps events that reach the store without having been published through Spring. */
    MessageDispatchInterceptor<EventMessage<?>> stamping() {
        return events -> (index, event) -> provenance.stamp(event);
    }

    @EventListener
    void on(LoggedEvent event) {
        ofThisTransaction().events.add(provenance.stamp(new GenericEventMessage<>(event)));
    }

    /** Events of aggregates wait for the commit, too. */
    void collect(List<? extends EventMessage<?>> events) {
        ofThisTransaction().events.addAll(events);
    }

    /** What this transaction will append of an aggregate. */
    Stream<DomainEventMessage<?>> collected(String aggregate) {
        return find().stream()
                .flatMap(Collected::waiting)
                .filter(DomainEventMessage.class::isInstance)
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .filter(event -> event.getAggregateIdentifier().equals(aggregate));
    }

    /** After every synchronization, immediately before the commit. */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction()) {
            find().ifPresent(Collected::append);
        }
    }

    private Collected ofThisTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An event is published inside a transaction, or it could be told and not done");
        }
        return find().orElseGet(
                        () -> {
                            Collected collected = new Collected();
                            TransactionSynchronizationManager.registerSynchronization(collected);
                            return collected;
                        });
    }

    private static Optional<Collected> find() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Collected.class::isInstance)
                        .map(Collected.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private final class Collected implements TransactionSynchronization {

        private final List<EventMessage<?>> events = new ArrayList<>();
        private final Map<Object, Mark> savepoints = new HashMap<>();
        private int appended;

        private Stream<EventMessage<?>> waiting() {
            return List.copyOf(events.subList(appended, events.size())).stream();
        }

        private void append() {
            storage.appendEvents(events.subList(appended, events.size()));
            appended = events.size();
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, new Mark(events.size(), appended));
        }

        @Override
        public void savepointRollback(Object savepoint) {
            Mark mark = savepoints.get(savepoint);
            if (mark != null) {
                events.subList(mark.events, events.size()).clear();
                appended = mark.appended;
            }
        }

        private record Mark(int events, int appended) {}

        /** After a rollback too: it gives up a mark that held others back. */
        @Override
        public void afterCompletion(int status) {
            wake.run();
            if (status == STATUS_COMMITTED && appended > 0) {
                listener.appended(
                        events.stream()
                                .map(EventMessage::getIdentifier)
                                .map(UUID::fromString)
                                .toList());
            }
        }
    }
}

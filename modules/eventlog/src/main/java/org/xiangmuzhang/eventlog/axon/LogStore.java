package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Axon's event store over {@link LogStorage}. Its streams wake their processor as soon as a
 * transaction that appended has ended, instead of polling.
 */
final class LogStore extends AbstractEventStore {

    private final LogStorage storage;
    private final AppendAtCommit appendAtCommit;
    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    private final Object news = new Object();

    LogStore(LogStorage storage, AppendAtCommit appendAtCommit) {
        super(new Settings(storage));
        this.storage = storage;
        this.appendAtCommit = appendAtCommit;
        appendAtCommit.wakes(this::wake);
        registerDispatchInterceptor(appendAtCommit.stamping());
    }

    /** Events of aggregates, and whatever else is handed to Axon directly. */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        appendAtCommit.appendNow(events);
    }

    /** There may be something new to read. */
    void wake() {
        tails.forEach(Tail::wake);
        synchronized (news) {
            news.notifyAll();
        }
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        Tail tail = new Tail(after);
        tails.add(tail);
        return tail;
    }

    private final class Tail implements TrackingEventStream {

        private @Nullable TrackingToken last;
        private @Nullable Iterator<? extends TrackedEventMessage<?>> batch;
        private @Nullable TrackedEventMessage<?> next;
        private volatile Runnable callback = () -> {};

        private Tail(@Nullable TrackingToken after) {
            this.last = after;
        }

        private void wake() {
            callback.run();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (next == null) {
                if (batch == null) {
                    batch = storage.readEvents(last, false).iterator();
                }
                if (batch.hasNext()) {
                    next = batch.next();
                    last = next.trackingToken();
                } else {
                    batch = null;
                }
            }
            return Optional.ofNullable(next);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (peek().isEmpty() && timeout > 0) {
                synchronized (news) {
                    unit.timedWait(news, timeout);
                }
            }
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                Thread.onSpinWait();
            }
            TrackedEventMessage<?> found = peek().orElseThrow();
            next = null;
            return found;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.callback = callback;
            return true;
        }

        @Override
        public void close() {
            tails.remove(this);
        }
    }

    private static final class Settings extends AbstractEventStore.Builder {
        Settings(LogStorage storage) {
            storageEngine(storage);
        }
    }
}

package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.eventlog.axon.LogStorage.Batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Axon's event store over {@link LogStorage}. Its streams wake their processor as soon as a
 * transaction that appended is over, instead of polling; and what one consumer has read is at hand
 * for the others, who mostly want the same.
 */
final class LogStore extends AbstractEventStore {

    /** More than a consumer handles at once: of many, each part of it finds enough for itself. */
    private static final int BATCH = 400;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long HEAD_GOES_STALE = TimeUnit.SECONDS.toNanos(4);

    private final LogStorage storage;
    private final AppendAtCommit appendAtCommit;
    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    private final AtomicLong wakes = new AtomicLong();
    private final AtomicLong lastCall = new AtomicLong(System.nanoTime() - PAUSE);
    private final AtomicBoolean callIsDue = new AtomicBoolean();
    private Head head = new Head(-1, 0, 0);
    private volatile Batch recent = new Batch(0, 0, List.of());

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
        appendAtCommit.collect(events);
    }

    /** A command reads what the one before it has told in the same transaction. */
    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregate) {
        return Stream.concat(
                appendAtCommit.collected(aggregate), super.stagedDomainEventMessages(aggregate));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return stagedDomainEventMessages(aggregate)
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .max(Long::compare)
                .or(() -> super.lastSequenceNumberFor(aggregate));
    }

    /**
     * There may be something new to read. While that is said often, consumers hear it only now and
     * then, so that each finds several events at once.
     */
    void wake() {
        wakes.incrementAndGet();
        long last = lastCall.get();
        long left = PAUSE - (System.nanoTime() - last);
        if (left > 0) {
            if (callIsDue.compareAndSet(false, true)) {
                CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::call);
            }
        } else if (lastCall.compareAndSet(last, System.nanoTime())) {
            callAll();
        } else {
            wake();
        }
    }

    private void call() {
        callIsDue.set(false);
        lastCall.set(System.nanoTime());
        callAll();
    }

    private void callAll() {
        tails.forEach(tail -> tail.available.run());
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        Tail tail = new Tail(after == null ? 0 : after.position().orElseThrow());
        tails.add(tail);
        return tail;
    }

    private Batch after(long position) {
        Batch known = recent;
        return known.covers(position) ? known.from(position) : fetch(position);
    }

    /** One at a time: the others find what the first has read, and the pool keeps its peace. */
    private synchronized Batch fetch(long position) {
        if (recent.covers(position)) {
            return recent.from(position);
        }
        long upTo = head();
        if (upTo <= position) {
            return new Batch(position, position, List.of());
        }
        recent = storage.read(position, upTo, BATCH);
        return recent;
    }

    /** Asked of the database once after every wake-up, and again when that was long ago. */
    private long head() {
        long now = System.nanoTime();
        long wake = wakes.get();
        if (head.wake != wake || now - head.nanos > HEAD_GOES_STALE) {
            head = new Head(wake, now, storage.safeHead());
        }
        return head.position;
    }

    private record Head(long wake, long nanos, long position) {}

    private final class Tail implements TrackingEventStream {

        private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private long position;
        private volatile Runnable available = () -> {};

        private Tail(long after) {
            this.position = after;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (ahead.isEmpty()) {
                Batch batch = after(position);
                ahead.addAll(batch.events());
                position = batch.upTo();
            }
            return Optional.ofNullable(ahead.peek());
        }

        /** Never waits: its processor asks without a time-out and is called back. */
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            peek();
            return ahead.remove();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.available = callback;
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

package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.xiangmuzhang.eventlog.axon.JdbcParkedEvents.LeftOut;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before the handlers of one consumer. An event that fails takes its whole batch back, and
 * the batch is tried again; after a few tries it is parked, and the batch goes on without it and
 * without what follows it of the same subject.
 */
final class Parking implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final String LEFT_OUT = LeftOut.class.getName();
    private static final int TRIES = 3;

    /** What may be better next time, such as a deadlock, gets more. */
    private static final int TRANSIENT_TRIES = 10;

    private final Map<String, Integer> failed = new ConcurrentHashMap<>();

    /** The end of a batch has failed: until one succeeds, each event is finished by itself. */
    private volatile boolean careful;

    private final String consumer;
    private final JdbcParkedEvents parked;

    Parking(String consumer, JdbcParkedEvents parked) {
        this.consumer = consumer;
        this.parked = parked;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain handlers)
            throws Exception {
        EventMessage<?> event = unit.getMessage();
        long position = position(event);
        LeftOut left = unit.root().getResource(LEFT_OUT);
        if (left == null) {
            left = begin(unit.root());
        }
        UUID subject = SubjectSequencing.of(event);
        if (left.positions().contains(position)) {
            return null;
        }
        if (left.subjects().contains(subject) && parked.joins(consumer, subject, position)) {
            return null;
        }
        try {
            Object result = handlers.proceed();
            if (careful) {
                GatheringBatches.finish(unit.root());
            }
            failed.remove(event.getIdentifier());
            return result;
        } catch (Exception failure) {
            if (isEnough(event, failure)) {
                parked.park(consumer, subject, position, failure);
                failed.remove(event.getIdentifier());
                LOG.error("{} has parked the event at {}", consumer, position, failure);
            }
            throw failure;
        }
    }

    /** At the first event of a batch. */
    private LeftOut begin(UnitOfWork<?> batch) {
        GatheringBatches.ifItFails(batch, () -> careful = true);
        batch.afterCommit(done -> careful = false);
        LeftOut left = parked.of(consumer);
        batch.resources().put(LEFT_OUT, left);
        return left;
    }

    private boolean isEnough(EventMessage<?> event, Exception failure) {
        if (is(failure, DataAccessResourceFailureException.class)
                || is(failure, CannotCreateTransactionException.class)) {
            return false; // the database is away, not the event wrong
        }
        int tries = failed.merge(event.getIdentifier(), 1, Integer::sum);
        return tries >= (is(failure, TransientDataAccessException.class) ? TRANSIENT_TRIES : TRIES);
    }

    private static boolean is(Throwable failure, Class<? extends Exception> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static long position(EventMessage<?> event) {
        return ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
    }
}

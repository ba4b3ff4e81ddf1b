package org.xiangmuzhang.eventlog.axon;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.eventlog.axon.LogStorage.Batch;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Replays through Axon's own dispatch to annotated methods, upcasters included. */
final class AxonRebuilds implements Rebuilds {

    private static final int BATCH = 1000;

    private final SubjectSequencing sequencing = new SubjectSequencing();
    private final LogStorage storage;
    private final EventProcessingConfiguration consumers;
    private final ParameterResolverFactory parameters;
    private final JdbcParkedEvents parked;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    AxonRebuilds(
            LogStorage storage,
            EventProcessingConfiguration consumers,
            ParameterResolverFactory parameters,
            JdbcParkedEvents parked,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.storage = storage;
        this.consumers = consumers;
        this.parameters = parameters;
        this.parked = parked;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void replay(Object handler, String processingGroup) {
        var methods = new AnnotationEventHandlerAdapter(handler, parameters);
        Map<Integer, Long> positions = JdbcLogReader.segments(jdbc, processingGroup);
        Segment[] segments = segments(positions.keySet());
        Set<Long> leftOut = parked.leftOut(processingGroup);
        long last = positions.values().stream().mapToLong(Long::longValue).max().orElse(0);
        for (long after = 0; after < last; ) {
            Batch batch = storage.read(after, last, BATCH);
            DefaultUnitOfWork.startAndGet(null)
                    .execute(
                            () ->
                                    batch.events().stream()
                                            .filter(event -> isBehind(event, segments, positions))
                                            .filter(event -> !leftOut.contains(position(event)))
                                            .forEach(event -> Redelivery.handle(methods, event)));
            after = batch.upTo();
        }
    }

    private static Segment[] segments(Set<Integer> ids) {
        return Segment.computeSegments(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    private boolean isBehind(
            TrackedEventMessage<?> event, Segment[] segments, Map<Integer, Long> positions) {
        Object sequence = sequencing.getSequenceIdentifierFor(event);
        long position = position(event);
        return Arrays.stream(segments)
                .filter(segment -> segment.matches(sequence))
                .anyMatch(
                        segment -> position <= positions.getOrDefault(segment.getSegmentId(), 0L));
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    @Override
    public void fromFirstEvent(String processingGroup, Runnable emptyReadModel) {
        EventProcessor consumer =
                consumers.eventProcessorByProcessingGroup(processingGroup).orElseThrow();
        consumer.shutDown();
        try {
            transaction.executeWithoutResult(
                    status -> {
                        emptyReadModel.run();
                        parked.forget(consumer.getName());
                        jdbc.sql("delete from eventlog.token where processor_name = ?")
                                .param(consumer.getName())
                                .update();
                    });
        } finally {
            consumer.start();
        }
    }

    /** Leaves out rows that a batch holds just now: the next call finds them. */
    @Override
    public void caughtUpAt(long position) {
        jdbc.sql(
                        """
                        update eventlog.token set catching_up = false
                         where (processor_name, segment) in (
                             select processor_name, segment from eventlog.token
                              where catching_up
                                and coalesce((token::json ->> 'globalIndex')::bigint, 0) >= ?
                                for update skip locked)
                        """)
                .param(position)
                .update();
    }
}

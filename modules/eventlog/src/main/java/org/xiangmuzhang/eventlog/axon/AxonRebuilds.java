package org.xiangmuzhang.eventlog.axon;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.eventlog.axon.LogStorage.Batch;

/** Replays through Axon's own dispatch to annotated methods, upcasters included. */
final class AxonRebuilds implements Rebuilds {

    private static final int BATCH = 1000;

    private final LogStorage storage;
    private final EventProcessingConfiguration consumers;
    private final ParameterResolverFactory parameters;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    AxonRebuilds(
            LogStorage storage,
            EventProcessingConfiguration consumers,
            ParameterResolverFactory parameters,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.storage = storage;
        this.consumers = consumers;
        this.parameters = parameters;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void replay(Object handler, long upTo) {
        var methods = new AnnotationEventHandlerAdapter(handler, parameters);
        for (long after = 0; after < upTo; ) {
            Batch batch = storage.read(after, upTo, BATCH);
            batch.events().forEach(event -> handle(methods, event));
            after = batch.upTo();
        }
    }

    private static void handle(AnnotationEventHandlerAdapter methods, EventMessage<?> event) {
        try {
            if (methods.canHandle(event)) {
                methods.handle(event);
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("Not replayed: " + event.getIdentifier(), failed);
        }
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
                        jdbc.sql("delete from eventlog.token where processor_name = ?")
                                .param(consumer.getName())
                                .update();
                    });
        } finally {
            consumer.start();
        }
    }
}

package org.xiangmuzhang.eventlog.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.beans.factory.ListableBeanFactory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands one event of the log to one consumer, outside of its stream. */
final class Redelivery {

    private final LogStorage storage;
    private final ListableBeanFactory beans;
    private final Supplier<ParameterResolverFactory> parameters;
    private final TransactionManager transactions;
    private final Map<String, List<AnnotationEventHandlerAdapter>> handlersOf =
            new ConcurrentHashMap<>();

    Redelivery(
            LogStorage storage,
            ListableBeanFactory beans,
            Supplier<ParameterResolverFactory> parameters,
            TransactionManager transactions) {
        this.storage = storage;
        this.beans = beans;
        this.parameters = parameters;
        this.transactions = transactions;
    }

    /** In the caller's transaction; throws what a handler throws. */
    void handle(String consumer, long position) {
        List<AnnotationEventHandlerAdapter> handlers = handlers(consumer);
        for (TrackedEventMessage<?> event : storage.read(position - 1, position, 1).events()) {
            DefaultUnitOfWork<EventMessage<?>> unit = DefaultUnitOfWork.startAndGet(event);
            unit.attachTransaction(transactions);
            unit.execute(() -> handlers.forEach(handler -> handle(handler, event)));
        }
    }

    /** Whether a consumer has a handler for events of a class. */
    boolean handles(String consumer, Class<?> type) {
        return handlersOf.computeIfAbsent(consumer, this::handlers).stream()
                .anyMatch(handler -> handler.canHandleType(type));
    }

    /** The consumers of this release. */
    Set<String> consumers() {
        return Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(this::group)
                .collect(Collectors.toSet());
    }

    private List<AnnotationEventHandlerAdapter> handlers(String consumer) {
        return beans.getBeansWithAnnotation(ProcessingGroup.class).entrySet().stream()
                .filter(bean -> consumer.equals(group(bean.getKey())))
                .map(bean -> new AnnotationEventHandlerAdapter(bean.getValue(), parameters.get()))
                .toList();
    }

    private String group(String bean) {
        ProcessingGroup group = beans.findAnnotationOnBean(bean, ProcessingGroup.class);
        return group == null ? "" : group.value();
    }

    static void handle(AnnotationEventHandlerAdapter handler, EventMessage<?> event) {
        try {
            if (handler.canHandle(event)) {
                handler.handle(event);
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("Not handled: " + event.getIdentifier(), failed);
        }
    }
}

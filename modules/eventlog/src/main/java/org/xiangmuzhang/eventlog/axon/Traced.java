package org.xiangmuzhang.eventlog.axon;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Makes what a consumer does part of the trace of the request that the event came from, and writes
 * that request's id beside the lines it logs and into the events it publishes in turn.
 */
final class Traced implements MessageHandlerInterceptor<EventMessage<?>> {

    private final String consumer;
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Traced(String consumer, @Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.consumer = consumer;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain handlers)
            throws Exception {
        EventMessage<?> event = unit.getMessage();
        Object request = event.getMetaData().get(Provenance.REQUEST);
        if (request == null) {
            return traced(event, handlers);
        }
        try (MDC.MDCCloseable ignored = MDC.putCloseable(Provenance.REQUEST, request.toString())) {
            return traced(event, handlers);
        }
    }

    private @Nullable Object traced(EventMessage<?> event, InterceptorChain handlers)
            throws Exception {
        if (tracer == null
                || propagator == null
                || !event.getMetaData().containsKey(Provenance.TRACE)) {
            return handlers.proceed();
        }
        Span span =
                propagator
                        .extract(event, Traced::read)
                        .name("consume " + consumer)
                        .kind(Span.Kind.CONSUMER)
                        .start();
        try (Tracer.SpanInScope ignored = tracer.withSpan(span)) {
            return handlers.proceed();
        } catch (Exception failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static @Nullable String read(EventMessage<?> event, String field) {
        return event.getMetaData().get(field) instanceof String text ? text : null;
    }
}

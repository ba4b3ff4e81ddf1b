package org.xiangmuzhang.eventlog.axon;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who acted, in answer to which request, in which trace: strings in every event's metadata. */
final class Provenance {

    static final String REQUEST = "request";

    /** A W3C trace context. */
    static final String TRACE = "traceparent";

    private final Supplier<@Nullable CurrentActor> currentActor;
    private final Supplier<@Nullable Tracer> tracer;

    /** The beans are looked up at the first event: they may themselves need what publishes. */
    Provenance(Supplier<@Nullable CurrentActor> currentActor, Supplier<@Nullable Tracer> tracer) {
        this.currentActor = currentActor;
        this.tracer = tracer;
    }

    EventMessage<?> stamp(EventMessage<?> message) {
        if (!(message.getPayload() instanceof LoggedEvent event)) {
            throw new IllegalStateException(message.getPayloadType() + " is not a LoggedEvent");
        }
        CurrentActor source = currentActor.get();
        Actor known = source == null ? null : source.get();
        Actor actor = known == null ? Actor.system(event.region()) : known;
        Map<String, String> metadata = new HashMap<>();
        metadata.put("actor", actor.person().toString());
        metadata.put("role", actor.role().name());
        if (actor.inPlaceOf() != null) {
            metadata.put("inPlaceOf", actor.inPlaceOf().toString());
        }
        if (actor.department() != null) {
            metadata.put("department", actor.department());
        }
        String request = MDC.get(REQUEST);
        if (request != null) {
            metadata.put(REQUEST, request);
        }
        String trace = trace();
        if (trace != null) {
            metadata.put(TRACE, trace);
        }
        return message.andMetaData(metadata);
    }

    private @Nullable String trace() {
        Tracer traces = tracer.get();
        Span span = traces == null ? null : traces.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        boolean sampled = Boolean.TRUE.equals(context.sampled());
        return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), sampled ? "01" : "00");
    }
}

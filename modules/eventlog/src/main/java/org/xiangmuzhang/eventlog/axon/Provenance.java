package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who acted, and in answer to which request: strings in the metadata of every event. */
final class Provenance {

    private final Supplier<@Nullable CurrentActor> currentActor;

    /** The bean is looked up at the first event: it may itself need what publishes. */
    Provenance(Supplier<@Nullable CurrentActor> currentActor) {
        this.currentActor = currentActor;
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
        if (actor.department() != null) {
            metadata.put("department", actor.department());
        }
        String request = MDC.get("request");
        if (request != null) {
            metadata.put("request", request);
        }
        return message.andMetaData(metadata);
    }
}

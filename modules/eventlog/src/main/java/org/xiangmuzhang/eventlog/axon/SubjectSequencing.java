package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.serialization.SerializationException;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.UUID;

/** One project's events in their order, and where no project is known, one subject's. */
final class SubjectSequencing implements SequencingPolicy<EventMessage<?>> {

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> message) {
        return of(message).toString();
    }

    /** An event that cannot be read stands for itself: whoever handles it will say so. */
    static UUID of(EventMessage<?> message) {
        try {
            if (message.getPayload() instanceof LoggedEvent event) {
                UUID project = event.project();
                return project == null ? event.subject() : project;
            }
        } catch (SerializationException unreadable) {
            return UUID.fromString(message.getIdentifier());
        }
        return UUID.fromString(message.getIdentifier());
    }
}

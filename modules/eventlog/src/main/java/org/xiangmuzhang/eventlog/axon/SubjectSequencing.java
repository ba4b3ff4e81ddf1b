package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.UUID;

/** One project's events in their order, and where no project is known, one subject's. */
final class SubjectSequencing implements SequencingPolicy<EventMessage<?>> {

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (message.getPayload() instanceof LoggedEvent event) {
            UUID project = event.project();
            return (project == null ? event.subject() : project).toString();
        }
        return "unknown";
    }
}

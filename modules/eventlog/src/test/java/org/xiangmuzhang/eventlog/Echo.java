package org.xiangmuzhang.eventlog;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A consumer that answers with an event of its own, and notes what it is told beside the event. */
@Component
@TotalOrder
@ProcessingGroup("test.echo")
class Echo {

    static final int ANSWERED = 777;

    record Heard(@Nullable String actor, Instant at, long position) {}

    final Map<UUID, Heard> heard = new ConcurrentHashMap<>();

    private final ApplicationEventPublisher events;

    Echo(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventHandler
    void on(
            LoggedEvent event,
            @MetaDataValue("actor") @Nullable String actor,
            @Timestamp Instant at,
            TrackingToken position) {
        heard.put(event.subject(), new Heard(actor, at, position.position().orElseThrow()));
        if (event instanceof Counted counted && counted.number() == ANSWERED) {
            events.publishEvent(new Echoed(counted.subject(), counted.region(), ANSWERED));
        }
    }
}

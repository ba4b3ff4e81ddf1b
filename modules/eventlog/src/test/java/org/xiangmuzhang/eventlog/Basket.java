package org.xiangmuzhang.eventlog;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** An event-sourced aggregate that appends to the same log. */
@Aggregate
class Basket {

    record Begin(UUID basket) {}

    record CountOne(@TargetAggregateIdentifier UUID basket) {}

    @AggregateIdentifier private @Nullable UUID id;
    private int count;

    Basket() {}

    @CommandHandler
    Basket(Begin command) {
        AggregateLifecycle.apply(Counted.of(command.basket(), 1));
    }

    @CommandHandler
    void on(CountOne command) {
        AggregateLifecycle.apply(Counted.of(command.basket(), count + 1));
    }

    @EventSourcingHandler
    void on(Counted event) {
        id = event.subject();
        count = event.number();
    }
}

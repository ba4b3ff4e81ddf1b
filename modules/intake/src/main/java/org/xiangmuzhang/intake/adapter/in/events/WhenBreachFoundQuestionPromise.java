package org.xiangmuzhang.intake.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.port.in.WatchingTerms;
import org.xiangmuzhang.intake.spi.BreachFound;

/** A breach that somebody else has found is put before the department that decided. */
@Component
@ProcessingGroup("intake.breaches")
class WhenBreachFoundQuestionPromise {

    private final WatchingTerms watching;

    WhenBreachFoundQuestionPromise(WatchingTerms watching) {
        this.watching = watching;
    }

    @EventHandler
    void on(BreachFound event) {
        watching.breachFound(event.promise(), event.source(), event.on());
    }
}

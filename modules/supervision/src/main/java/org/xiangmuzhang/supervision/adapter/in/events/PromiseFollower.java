package org.xiangmuzhang.supervision.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.events.ItemRevoked;
import org.xiangmuzhang.intake.events.ObligationFulfilled;
import org.xiangmuzhang.intake.events.ObligationIncurred;
import org.xiangmuzhang.intake.events.ObligationQuestioned;
import org.xiangmuzhang.intake.events.ObligationSettled;
import org.xiangmuzhang.supervision.application.PromiseRegister;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;

/** Keeps the register of promises by what intake tells, and by nothing else. */
@Component
@ProcessingGroup("supervision.promises")
class PromiseFollower {

    private static final String OWED = "MATERIAL";

    private final PromiseRegister promises;

    PromiseFollower(PromiseRegister promises) {
        this.promises = promises;
    }

    @EventHandler
    void on(ObligationIncurred event) {
        if (!event.kind().equals(OWED)) {
            promises.inForce(
                    new RegisteredPromise(
                            event.obligation(),
                            event.region(),
                            event.application(),
                            event.project(),
                            event.task(),
                            event.itemCode(),
                            event.department(),
                            event.kind(),
                            event.material(),
                            event.textVersion(),
                            event.givenOn(),
                            event.on(),
                            event.due(),
                            "OPEN",
                            null,
                            event.on()));
        }
    }

    @EventHandler
    void on(ObligationQuestioned event) {
        promises.moved(event.obligation(), "IN_QUESTION", event.cause(), null, event.on());
    }

    @EventHandler
    void on(ObligationFulfilled event) {
        promises.moved(event.obligation(), "FULFILLED", null, null, event.on());
    }

    @EventHandler
    void on(ObligationSettled event) {
        promises.moved(
                event.obligation(),
                event.outcome().equals("EXTENDED") ? "OPEN" : event.outcome(),
                null,
                event.due(),
                event.on());
    }

    @EventHandler
    void on(ItemRevoked event) {
        promises.revoked(event.task(), event.on());
    }
}

package org.xiangmuzhang.intake.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.port.in.Formalising;

/** What was approved here is a condition that simulated items of the project waited for. */
@Component
@ProcessingGroup("intake.simulations")
public class WhenItemApprovedFormaliseSimulations {

    private final Formalising formalising;

    WhenItemApprovedFormaliseSimulations(Formalising formalising) {
        this.formalising = formalising;
    }

    @EventHandler
    void on(ItemDecided event) {
        if (event.project() != null && !event.outcome().equals("REJECTED")) {
            formalising.itemApproved(
                    event.region(), event.project(), event.itemCode(), event.decidedOn());
        }
    }

    @EventHandler
    void on(SimulationFormalised event) {
        if (event.project() != null) {
            formalising.itemApproved(
                    event.region(), event.project(), event.itemCode(), event.decidedOn());
        }
    }
}

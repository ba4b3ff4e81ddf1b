package org.xiangmuzhang.steward.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.land.events.LandDelivered;
import org.xiangmuzhang.land.events.LandRightEstablished;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.MilestoneReached;
import org.xiangmuzhang.steward.port.in.Formalising;

/** What simulated approvals waited for has come: the land right, or an item done elsewhere. */
@Component
@ProcessingGroup("steward.automations")
@DisallowReplay
class WhenLandRightEstablishedFormaliseSimulations {

    private final Formalising formalising;

    WhenLandRightEstablishedFormaliseSimulations(Formalising formalising) {
        this.formalising = formalising;
    }

    @EventHandler
    void on(LandRightEstablished event) {
        if (event.project() != null) {
            formalising.landRightEstablished(
                    new Formalising.LandRight(
                            event.project(),
                            event.region(),
                            event.enterprise(),
                            event.parcel(),
                            event.on(),
                            event.planningConditions(),
                            event.kind()));
        }
    }

    @EventHandler
    void on(LandDelivered event) {
        if (event.project() != null) {
            formalising.landDelivered(event.project(), event.region(), event.on());
        }
    }

    @EventHandler
    void on(MilestoneReached event) {
        formalising.itemDone(event.project(), event.itemCode(), event.on());
    }

    @EventHandler
    void on(DecidedElsewhere event) {
        formalising.decidedElsewhere(event.project(), event.itemCode(), event.decidedOn());
    }
}

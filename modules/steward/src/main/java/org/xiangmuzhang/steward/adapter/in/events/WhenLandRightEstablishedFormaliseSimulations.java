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

import java.util.UUID;

/** What simulated approvals waited for has come: the land right, or an item done elsewhere. */
@Component
@ProcessingGroup("steward.automations")
@DisallowReplay
class WhenLandRightEstablishedFormaliseSimulations {

    private final Formalising formalising;
    private final InTurn inTurn;

    WhenLandRightEstablishedFormaliseSimulations(Formalising formalising, InTurn inTurn) {
        this.formalising = formalising;
        this.inTurn = inTurn;
    }

    @EventHandler
    void on(LandRightEstablished event) {
        if (event.project() != null) {
            Formalising.LandRight right =
                    new Formalising.LandRight(
                            event.project(),
                            event.region(),
                            event.enterprise(),
                            event.parcel(),
                            event.on(),
                            event.planningConditions(),
                            event.kind());
            inTurn.tell(event.project(), () -> formalising.landRightEstablished(right));
        }
    }

    @EventHandler
    void on(LandDelivered event) {
        UUID project = event.project();
        if (project != null) {
            inTurn.tell(
                    project, () -> formalising.landDelivered(project, event.region(), event.on()));
        }
    }

    @EventHandler
    void on(MilestoneReached event) {
        inTurn.tell(
                event.project(),
                () -> formalising.itemDone(event.project(), event.itemCode(), event.on()));
    }

    @EventHandler
    void on(DecidedElsewhere event) {
        inTurn.tell(
                event.project(),
                () ->
                        formalising.decidedElsewhere(
                                event.project(), event.itemCode(), event.decidedOn()));
    }
}

package org.xiangmuzhang.intake.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.events.ApplicationTurnedAway;
import org.xiangmuzhang.intake.events.CorrectionNoticed;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.intake.port.in.Comparing;

/** What persons decided stands beside what the rules had found, so that both can be compared. */
@Component
@ProcessingGroup("intake.rules-compared")
public class WhenPersonDecidesCompareRules {

    private final Comparing comparing;

    WhenPersonDecidesCompareRules(Comparing comparing) {
        this.comparing = comparing;
    }

    @EventHandler
    void on(CorrectionNoticed event) {
        comparing.corrected(event.application(), event.materials(), event.on());
    }

    @EventHandler
    void on(ApplicationTurnedAway event) {
        if (event.ground().equals("REFUSED")) {
            comparing.refused(event.application(), event.on());
        }
    }

    @EventHandler
    void on(ItemDecided event) {
        comparing.decided(
                event.application(),
                event.task(),
                !event.outcome().equals("REJECTED"),
                event.decidedOn());
    }

    @EventHandler
    void on(SimulationPreApproved event) {
        comparing.decided(event.application(), event.task(), true, event.on());
    }
}

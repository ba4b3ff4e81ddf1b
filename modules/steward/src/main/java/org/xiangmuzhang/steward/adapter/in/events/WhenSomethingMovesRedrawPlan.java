package org.xiangmuzhang.steward.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.events.ApplicationAccepted;
import org.xiangmuzhang.intake.events.ApplicationLeftProject;
import org.xiangmuzhang.intake.events.ApplicationRectified;
import org.xiangmuzhang.intake.events.ApplicationWithdrawn;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ClockResumed;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.ItemRevoked;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.intake.events.SimulationReopened;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.DecidedElsewhereCorrected;
import org.xiangmuzhang.steward.events.MilestoneReached;

import java.util.UUID;

/**
 * Every fact that may move a plan has it drawn again; the event is the plan's cause. Of several in
 * one batch of events the last one is.
 */
@Component
@ProcessingGroup("steward.automations")
@DisallowReplay
class WhenSomethingMovesRedrawPlan {

    private final InTurn inTurn;

    WhenSomethingMovesRedrawPlan(InTurn inTurn) {
        this.inTurn = inTurn;
    }

    @EventHandler
    void on(ApplicationAccepted event) {
        redraw(event);
    }

    @EventHandler
    void on(ApplicationLeftProject event) {
        redraw(event);
    }

    @EventHandler
    void on(ApplicationRectified event) {
        redraw(event);
    }

    @EventHandler
    void on(ApplicationWithdrawn event) {
        redraw(event);
    }

    @EventHandler
    void on(ClockPaused event) {
        redraw(event);
    }

    @EventHandler
    void on(ClockResumed event) {
        redraw(event);
    }

    @EventHandler
    void on(ItemDecided event) {
        redraw(event);
    }

    @EventHandler
    void on(ItemRevoked event) {
        redraw(event);
    }

    @EventHandler
    void on(SimulationPreApproved event) {
        redraw(event);
    }

    @EventHandler
    void on(SimulationFormalised event) {
        redraw(event);
    }

    @EventHandler
    void on(SimulationReopened event) {
        redraw(event);
    }

    @EventHandler
    void on(DecidedElsewhere event) {
        redraw(event);
    }

    @EventHandler
    void on(DecidedElsewhereCorrected event) {
        redraw(event);
    }

    @EventHandler
    void on(MilestoneReached event) {
        redraw(event);
    }

    private void redraw(LoggedEvent event) {
        UUID project = event.project();
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (project != null && type != null) {
            inTurn.redraw(project, type.name());
        }
    }
}

package org.xiangmuzhang.supervision.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.events.ApplicationAccepted;
import org.xiangmuzhang.intake.events.ApplicationPassedOn;
import org.xiangmuzhang.intake.events.ApplicationRectified;
import org.xiangmuzhang.intake.events.ApplicationSubmitted;
import org.xiangmuzhang.intake.events.ApplicationTurnedAway;
import org.xiangmuzhang.intake.events.ApplicationWithdrawn;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ClockResumed;
import org.xiangmuzhang.intake.events.CorrectionNoticed;
import org.xiangmuzhang.intake.events.CorrectionSupplied;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.intake.events.SimulationReopened;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.supervision.application.KeepingTime;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.WatchedTask;

/** Keeps the time ledger by what intake tells, and by nothing else. */
@Component
@ProcessingGroup("supervision.ledger")
class IntakeFollower {

    private final KeepingTime time;

    IntakeFollower(KeepingTime time) {
        this.time = time;
    }

    @EventHandler
    void on(ApplicationSubmitted event) {
        for (ApplicationSubmitted.SubmittedItem item : event.items()) {
            time.received(
                    new WatchedTask(
                            item.task(),
                            event.region(),
                            event.application(),
                            event.project(),
                            event.enterprise(),
                            item.itemCode(),
                            item.department(),
                            item.mode(),
                            null,
                            null,
                            null),
                    event.receivedOn());
        }
    }

    @EventHandler
    void on(CorrectionNoticed event) {
        time.holdAll(event.application(), event.on(), Holder.APPLICANT);
    }

    @EventHandler
    void on(CorrectionSupplied event) {
        time.holdAll(event.application(), event.on(), Holder.HALL);
    }

    @EventHandler
    void on(ApplicationAccepted event) {
        for (ApplicationAccepted.StartedItem item : event.items()) {
            time.accepted(
                    item.task(),
                    item.mode(),
                    limit(item.statutoryDays(), item.statutoryUnit()),
                    new TimeLimit(item.promisedDays(), TimeLimit.Unit.valueOf(item.promisedUnit())),
                    event.acceptedOn());
        }
    }

    @EventHandler
    void on(ClockPaused event) {
        time.hold(event.task(), event.from(), Holder.during(event.procedure()));
    }

    @EventHandler
    void on(ClockResumed event) {
        time.backToDepartment(event.task(), event.until().plusDays(1));
    }

    @EventHandler
    void on(SimulationPreApproved event) {
        time.hold(event.task(), event.on(), Holder.WAITING);
    }

    @EventHandler
    void on(SimulationFormalised event) {
        time.backToDepartment(event.task(), event.conditionMetOn().plusDays(1));
        time.ended(event.task(), event.decidedOn(), "APPROVED");
    }

    @EventHandler
    void on(SimulationReopened event) {
        time.reopened(event.task(), event.acceptedOn());
    }

    @EventHandler
    void on(ItemDecided event) {
        time.ended(event.task(), event.decidedOn(), event.outcome());
    }

    @EventHandler
    void on(ApplicationTurnedAway event) {
        time.endedAll(event.application(), event.on(), "TURNED_AWAY");
    }

    @EventHandler
    void on(ApplicationRectified event) {
        time.belongs(event.application(), event.project(), event.enterprise());
        for (ApplicationRectified.RectifiedItem item : event.items()) {
            time.rectified(
                    item.task(),
                    item.itemCode(),
                    item.department(),
                    limit(item.statutoryDays(), item.statutoryUnit()),
                    new TimeLimit(item.promisedDays(), TimeLimit.Unit.valueOf(item.promisedUnit())),
                    item.acceptedOn(),
                    event.on());
        }
    }

    @EventHandler
    void on(ApplicationPassedOn event) {
        time.belongs(event.application(), event.project(), event.enterprise());
    }

    @EventHandler
    void on(ApplicationWithdrawn event) {
        time.endedAll(event.application(), event.on(), "WITHDRAWN");
    }

    private static @Nullable TimeLimit limit(@Nullable Integer days, @Nullable String unit) {
        return days == null || unit == null
                ? null
                : new TimeLimit(days, TimeLimit.Unit.valueOf(unit));
    }
}

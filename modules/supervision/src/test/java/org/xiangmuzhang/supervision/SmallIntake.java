package org.xiangmuzhang.supervision;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.events.ApplicationAccepted;
import org.xiangmuzhang.intake.events.ApplicationDelivered;
import org.xiangmuzhang.intake.events.ApplicationSubmitted;
import org.xiangmuzhang.intake.events.ApplicationWithdrawn;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ClockResumed;
import org.xiangmuzhang.intake.events.CorrectionNoticed;
import org.xiangmuzhang.intake.events.CorrectionSupplied;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.intake.events.SimulationReopened;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the events of an intake, one application of one item at a time. */
class SmallIntake implements Applications {

    static final Region PLACE = new Region("Z370403GX");
    static final UUID ENTERPRISE = new UUID(5, 5);
    static final String DEPARTMENT = "NDRC";
    private static final String ITEM = "PROJECT-APPROVAL";
    private static final String CALENDAR = "autumn";

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<UUID, ApplicationView> known = new ConcurrentHashMap<>();

    SmallIntake(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    /** An application and its one item. */
    record Case(UUID application, UUID task, UUID project, String mode) {}

    Case submit(LocalDate on, String mode) {
        Case made = new Case(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), mode);
        remember(made, "RECEIVED");
        tell(
                new ApplicationSubmitted(
                        made.application(),
                        PLACE,
                        made.project(),
                        ENTERPRISE,
                        "370403-20261102-1",
                        on,
                        null,
                        false,
                        List.of(
                                new ApplicationSubmitted.SubmittedItem(
                                        made.task(), ITEM, "1", DEPARTMENT, mode))));
        return made;
    }

    void accept(Case of, LocalDate on, int statutory, int promised) {
        accept(of, on, on, statutory, promised);
    }

    void accept(Case of, LocalDate acceptedOn, LocalDate on, int statutory, int promised) {
        tell(
                new ApplicationAccepted(
                        of.application(),
                        PLACE,
                        of.project(),
                        ENTERPRISE,
                        acceptedOn,
                        on,
                        !acceptedOn.equals(on),
                        CALENDAR,
                        List.of(
                                new ApplicationAccepted.StartedItem(
                                        of.task(),
                                        ITEM,
                                        DEPARTMENT,
                                        of.mode(),
                                        statutory,
                                        "WORKING_DAYS",
                                        promised,
                                        "WORKING_DAYS",
                                        null,
                                        null))));
    }

    void noticeCorrection(Case of, LocalDate on) {
        tell(
                new CorrectionNoticed(
                        of.application(),
                        PLACE,
                        of.project(),
                        ENTERPRISE,
                        on,
                        List.of("MAT-001"),
                        UUID.randomUUID()));
    }

    void supplyCorrection(Case of, LocalDate on) {
        tell(
                new CorrectionSupplied(
                        of.application(), PLACE, of.project(), ENTERPRISE, on, List.of("MAT-001")));
    }

    void pause(Case of, String procedure, LocalDate from) {
        tell(
                new ClockPaused(
                        of.application(),
                        PLACE,
                        of.project(),
                        of.task(),
                        ITEM,
                        DEPARTMENT,
                        procedure,
                        from,
                        from.plusDays(10)));
    }

    void resume(Case of, String procedure, LocalDate from, LocalDate until) {
        tell(
                new ClockResumed(
                        of.application(),
                        PLACE,
                        of.project(),
                        of.task(),
                        ITEM,
                        DEPARTMENT,
                        procedure,
                        from,
                        until,
                        null,
                        null,
                        CALENDAR));
    }

    void preApprove(Case of, LocalDate on) {
        tell(
                new SimulationPreApproved(
                        of.application(),
                        PLACE,
                        of.project(),
                        of.task(),
                        ITEM,
                        DEPARTMENT,
                        on,
                        "预1",
                        List.of("LAND_RIGHT"),
                        1,
                        List.of(),
                        List.of()));
    }

    void reopen(Case of, LocalDate acceptedOn) {
        tell(
                new SimulationReopened(
                        of.application(),
                        PLACE,
                        of.project(),
                        of.task(),
                        ITEM,
                        DEPARTMENT,
                        "planning-conditions-changed",
                        acceptedOn,
                        null,
                        null,
                        CALENDAR));
    }

    void decide(Case of, LocalDate on) {
        tell(
                new ItemDecided(
                        of.application(),
                        PLACE,
                        of.project(),
                        of.task(),
                        ITEM,
                        DEPARTMENT,
                        of.mode(),
                        "APPROVED",
                        on,
                        "批1",
                        null,
                        0,
                        CALENDAR));
    }

    void withdraw(Case of, LocalDate on) {
        tell(
                new ApplicationWithdrawn(
                        of.application(), PLACE, of.project(), ENTERPRISE, on, UUID.randomUUID()));
    }

    void deliver(Case of, LocalDate on) {
        remember(of, "DELIVERED");
        tell(
                new ApplicationDelivered(
                        of.application(), PLACE, of.project(), ENTERPRISE, on, List.of("批1")));
    }

    private void tell(LoggedEvent event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private void remember(Case of, String state) {
        known.put(
                of.application(),
                new ApplicationView(
                        of.application(),
                        "370403-20261102-1",
                        PLACE,
                        of.project(),
                        ENTERPRISE,
                        state,
                        1,
                        LocalDate.of(2026, 11, 2),
                        List.of(),
                        1));
    }

    @Override
    public Optional<ApplicationView> byId(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<ApplicationView> ofProject(UUID project) {
        return known.values().stream().filter(view -> project.equals(view.project())).toList();
    }

    @Override
    public Optional<ItemClock> clock(UUID task) {
        return Optional.empty();
    }

    @Override
    public void landRightEstablished(
            UUID project, UUID parcel, LocalDate on, int planningConditions) {}

    @Override
    public void decidedElsewhere(UUID project, String condition, LocalDate on) {}

    @Override
    public void conditionMet(UUID project, String condition, LocalDate on) {}
}

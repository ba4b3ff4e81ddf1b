package org.xiangmuzhang.webhooks;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.events.ApplicationSubmitted;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the events of an intake, of applications without a project. */
class SmallIntake implements Applications {

    static final Region PLACE = new Region("140502");
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String NUMBER = "140502-20261102-000001";

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<UUID, ApplicationView> known = new ConcurrentHashMap<>();

    SmallIntake(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    UUID submit(UUID enterprise) {
        UUID application = UUID.randomUUID();
        known.put(
                application,
                new ApplicationView(
                        application,
                        NUMBER,
                        PLACE,
                        null,
                        enterprise,
                        "RECEIVED",
                        1,
                        DAY,
                        List.of(),
                        1));
        tell(
                new ApplicationSubmitted(
                        application,
                        PLACE,
                        null,
                        enterprise,
                        NUMBER,
                        DAY,
                        null,
                        false,
                        List.of(
                                new ApplicationSubmitted.SubmittedItem(
                                        UUID.randomUUID(), "SITE-PREEXAM", "1", "NR", "FORMAL"))));
        return application;
    }

    void decide(UUID application) {
        tell(
                new ItemDecided(
                        application,
                        PLACE,
                        null,
                        UUID.randomUUID(),
                        "SITE-PREEXAM",
                        "NR",
                        "FORMAL",
                        "APPROVED",
                        DAY,
                        "GRANT-2026-1",
                        null,
                        0,
                        "autumn"));
    }

    private void tell(LoggedEvent event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    @Override
    public Optional<ApplicationView> byId(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<ApplicationView> ofProject(UUID project) {
        return List.of();
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

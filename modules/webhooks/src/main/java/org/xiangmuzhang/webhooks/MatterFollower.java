package org.xiangmuzhang.webhooks;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.eventlog.TotalOrder;
import org.xiangmuzhang.intake.events.ApplicationAccepted;
import org.xiangmuzhang.intake.events.ApplicationDelivered;
import org.xiangmuzhang.intake.events.ApplicationSubmitted;
import org.xiangmuzhang.intake.events.ApplicationTurnedAway;
import org.xiangmuzhang.intake.events.ApplicationWithdrawn;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ClockResumed;
import org.xiangmuzhang.intake.events.CorrectionNoticed;
import org.xiangmuzhang.intake.events.CorrectionSupplied;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.ItemRevoked;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Says in public words what intake tells; one after another, so that numbers only grow. */
@Component
@ProcessingGroup("webhooks.deliveries")
@TotalOrder
class MatterFollower {

    private final Telling telling;

    MatterFollower(Telling telling) {
        this.telling = telling;
    }

    @EventHandler
    void on(ApplicationSubmitted event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("number", event.number());
        data.put("receivedOn", event.receivedOn().toString());
        data.put(
                "items",
                event.items().stream()
                        .map(
                                item ->
                                        Map.of(
                                                "task", item.task().toString(),
                                                "item", item.itemCode(),
                                                "department", item.department(),
                                                "mode", item.mode()))
                        .toList());
        tell(id, at, Kind.APPLICATION_RECEIVED, event, data);
    }

    @EventHandler
    void on(ApplicationAccepted event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("acceptedOn", event.acceptedOn().toString());
        data.put("deemed", event.deemed());
        data.put("items", event.items().stream().map(MatterFollower::started).toList());
        tell(id, at, Kind.APPLICATION_ACCEPTED, event, data);
    }

    @EventHandler
    void on(CorrectionNoticed event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("on", event.on().toString());
        data.put("materials", event.materials());
        tell(id, at, Kind.APPLICATION_CORRECTION_NOTICED, event, data);
    }

    @EventHandler
    void on(CorrectionSupplied event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("on", event.on().toString());
        data.put("materials", event.materials());
        tell(id, at, Kind.APPLICATION_CORRECTION_SUPPLIED, event, data);
    }

    @EventHandler
    void on(ApplicationTurnedAway event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("on", event.on().toString());
        data.put("ground", event.ground());
        tell(id, at, Kind.APPLICATION_TURNED_AWAY, event, data);
    }

    @EventHandler
    void on(ApplicationWithdrawn event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("on", event.on().toString());
        tell(id, at, Kind.APPLICATION_WITHDRAWN, event, data);
    }

    @EventHandler
    void on(ApplicationDelivered event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = Happening.data(event);
        data.put("on", event.on().toString());
        data.put("documentNumbers", event.documentNumbers());
        tell(id, at, Kind.APPLICATION_DELIVERED, event, data);
    }

    @EventHandler
    void on(ItemDecided event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = item(event, event.task(), event.itemCode(), event.department());
        data.put("decidedOn", event.decidedOn().toString());
        data.put("mode", event.mode());
        data.put("outcome", event.outcome());
        putKnown(data, "documentNumber", event.documentNumber());
        tell(id, at, Kind.ITEM_DECIDED, event, data);
    }

    @EventHandler
    void on(ClockPaused event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = item(event, event.task(), event.itemCode(), event.department());
        data.put("from", event.from().toString());
        data.put("procedure", event.procedure());
        data.put("expectedUntil", event.expectedUntil().toString());
        tell(id, at, Kind.ITEM_PAUSED, event, data);
    }

    @EventHandler
    void on(ClockResumed event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = item(event, event.task(), event.itemCode(), event.department());
        data.put("from", event.from().toString());
        data.put("procedure", event.procedure());
        data.put("until", event.until().toString());
        putKnown(data, "statutoryDue", event.statutoryDue());
        putKnown(data, "promisedDue", event.promisedDue());
        tell(id, at, Kind.ITEM_RESUMED, event, data);
    }

    @EventHandler
    void on(ItemRevoked event, @MessageIdentifier String id, @Timestamp Instant at) {
        Map<String, Object> data = item(event, event.task(), event.itemCode(), event.department());
        data.put("on", event.on().toString());
        tell(id, at, Kind.ITEM_REVOKED, event, data);
    }

    private void tell(
            String id, Instant at, Kind kind, LoggedEvent event, Map<String, Object> data) {
        telling.tell(
                new Happening(
                        UUID.fromString(id), at, kind, event.subject(), event.region(), data));
    }

    private static Map<String, Object> started(ApplicationAccepted.StartedItem item) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("task", item.task().toString());
        told.put("item", item.itemCode());
        told.put("department", item.department());
        told.put("mode", item.mode());
        putKnown(told, "statutoryDue", item.statutoryDue());
        putKnown(told, "promisedDue", item.promisedDue());
        return told;
    }

    private static Map<String, Object> item(
            LoggedEvent event, UUID task, String code, String department) {
        Map<String, Object> data = Happening.data(event);
        data.put("task", task.toString());
        data.put("item", code);
        data.put("department", department);
        return data;
    }

    private static void putKnown(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value.toString());
        }
    }
}

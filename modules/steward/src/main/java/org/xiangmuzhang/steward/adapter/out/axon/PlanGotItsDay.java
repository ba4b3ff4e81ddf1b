package org.xiangmuzhang.steward.adapter.out.axon;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.WorkingDays;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.Objects;

/** Version 3 of a plan did not tell the day on which it was drawn; the log tells when. */
@Component
@Order(3)
class PlanGotItsDay extends SingleEventUpcaster {

    private static final SimpleSerializedType OLD =
            new SimpleSerializedType("steward.plan-drawn", "3");
    private static final SimpleSerializedType NEW =
            new SimpleSerializedType("steward.plan-drawn", "4");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return Objects.equals(event.getType(), OLD);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        LocalDate on = LocalDate.ofInstant(event.getTimestamp(), WorkingDays.ZONE);
        return event.upcastPayload(NEW, JsonNode.class, old -> complete(old, on));
    }

    private static JsonNode complete(JsonNode old, LocalDate on) {
        if (!(old.deepCopy() instanceof ObjectNode plan)) {
            return old;
        }
        plan.put("on", on.toString());
        return plan;
    }
}

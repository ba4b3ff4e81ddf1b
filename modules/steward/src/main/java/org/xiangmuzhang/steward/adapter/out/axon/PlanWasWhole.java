package org.xiangmuzhang.steward.adapter.out.axon;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Objects;

/** Version 2 of a plan told all of it, and not what that comes to. */
@Component
@Order(2)
class PlanWasWhole extends SingleEventUpcaster {

    private static final SimpleSerializedType OLD =
            new SimpleSerializedType("steward.plan-drawn", "2");
    private static final SimpleSerializedType NEW =
            new SimpleSerializedType("steward.plan-drawn", "3");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return Objects.equals(event.getType(), OLD);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(NEW, JsonNode.class, PlanWasWhole::complete);
    }

    private static JsonNode complete(JsonNode old) {
        if (!(old.deepCopy() instanceof ObjectNode plan)) {
            return old;
        }
        plan.put("whole", true);
        plan.putNull("standing");
        return plan;
    }
}

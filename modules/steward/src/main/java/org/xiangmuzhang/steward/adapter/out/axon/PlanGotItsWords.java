package org.xiangmuzhang.steward.adapter.out.axon;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Objects;

/** Version 1 of a plan told neither words nor whether it was provisional. */
@Component
@Order(1)
class PlanGotItsWords extends SingleEventUpcaster {

    private static final SimpleSerializedType OLD =
            new SimpleSerializedType("steward.plan-drawn", "1");
    private static final SimpleSerializedType NEW =
            new SimpleSerializedType("steward.plan-drawn", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return Objects.equals(event.getType(), OLD);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(NEW, JsonNode.class, PlanGotItsWords::complete);
    }

    private static JsonNode complete(JsonNode old) {
        if (!(old.deepCopy() instanceof ObjectNode plan)) {
            return old;
        }
        plan.putNull("finishBefore");
        plan.put("provisional", false);
        plan.putArray("words");
        return plan;
    }
}

package org.xiangmuzhang.steward.adapter.out.axon;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Objects;

/** Version 1 of chosen courses wanted no dates of stages. */
@Component
@Order(4)
class StagesGotTargets extends SingleEventUpcaster {

    private static final SimpleSerializedType OLD =
            new SimpleSerializedType("steward.courses-chosen", "1");
    private static final SimpleSerializedType NEW =
            new SimpleSerializedType("steward.courses-chosen", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return Objects.equals(event.getType(), OLD);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(NEW, JsonNode.class, StagesGotTargets::complete);
    }

    private static JsonNode complete(JsonNode old) {
        if (!(old.deepCopy() instanceof ObjectNode courses)) {
            return old;
        }
        courses.putArray("stageTargets");
        return courses;
    }
}

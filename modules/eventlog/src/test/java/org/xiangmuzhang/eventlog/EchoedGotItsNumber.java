package org.xiangmuzhang.eventlog;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Objects;

/** Version 1 called the number {@code count}. */
@Component
class EchoedGotItsNumber extends SingleEventUpcaster {

    private static final SimpleSerializedType OLD = new SimpleSerializedType("test.echoed", "1");
    private static final SimpleSerializedType NEW = new SimpleSerializedType("test.echoed", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return Objects.equals(event.getType(), OLD);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(NEW, JsonNode.class, EchoedGotItsNumber::rename);
    }

    private static JsonNode rename(JsonNode old) {
        ObjectNode event = (ObjectNode) old.deepCopy();
        event.set("number", event.remove("count"));
        return event;
    }
}

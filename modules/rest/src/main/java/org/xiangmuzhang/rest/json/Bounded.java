package org.xiangmuzhang.rest.json;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.type.LogicalType;

import java.util.List;
import java.util.function.UnaryOperator;

/** Reads as the library does, and refuses what lies outside the bounds of any such value. */
class Bounded<T> extends StdScalarDeserializer<T> {

    private final transient ValueDeserializer<T> reader;
    private final transient UnaryOperator<T> bounds;

    Bounded(Class<T> type, ValueDeserializer<T> reader, UnaryOperator<T> bounds) {
        super(type);
        this.reader = reader;
        this.bounds = bounds;
    }

    @Override
    public LogicalType logicalType() {
        return reader.logicalType();
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.START_ARRAY)) {
            @SuppressWarnings("unchecked")
            T refused = (T) context.handleUnexpectedToken(handledType(), parser);
            return refused;
        }
        T value = reader.deserialize(parser, context);
        if (value == null) {
            return null;
        }
        try {
            return bounds.apply(value);
        } catch (Refusal refusal) {
            // the field's own place counts
            throw Refusal.invalid(refusal.rule(), List.of(), refusal.arguments().toArray());
        }
    }
}

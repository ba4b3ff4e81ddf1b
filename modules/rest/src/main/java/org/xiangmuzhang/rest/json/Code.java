package org.xiangmuzhang.rest.json;

import org.xiangmuzhang.kernel.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

import java.util.List;
import java.util.function.Function;

/** A value of one text, written as that text. */
class Code<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> reader;

    Code(Class<T> type, Function<String, T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(String.class, parser);
        }
        try {
            return reader.apply(parser.getString());
        } catch (Refusal refusal) {
            // the field's own place counts, not the one that the value's type guesses
            throw Refusal.invalid(refusal.rule(), List.of(), refusal.arguments().toArray());
        }
    }
}

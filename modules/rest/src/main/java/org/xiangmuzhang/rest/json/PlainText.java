package org.xiangmuzhang.rest.json;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.type.LogicalType;

import java.util.List;

/** Text as people write it: no control characters but tab and line ends, no half characters. */
class PlainText extends StdScalarDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !text.codePoints().allMatch(PlainText::isWritten)) {
            throw Refusal.invalid("character-not-allowed", List.of());
        }
        return text;
    }

    private static boolean isWritten(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || !Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE;
    }
}

package org.xiangmuzhang.eventlog.axon;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.eventlog.EventTypes;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * Writes events as JSON under the name and version of their {@link EventType}, never under a class
 * name, and metadata as strings. Unknown fields are passed over when reading and missing ones are
 * null, zero or false, so that an addition needs no upcaster.
 */
final class NamedEventSerializer implements Serializer {

    private static final String METADATA = MetaData.class.getName();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    /** The database writes numbers out in full: whatever it took must be readable again. */
    private static final JsonFactory PLAIN_DIGITS =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNumberLength(200_000).build())
                    .build();

    private final EventTypes types;
    private final ChainingConverter converter = new ChainingConverter();
    private final JsonMapper mapper =
            JsonMapper.builder(PLAIN_DIGITS)
                    .addMixIn(Region.class, RegionAsText.class)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    NamedEventSerializer(EventTypes types) {
        this.types = types;
        converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object == null) {
            throw new SerializationException("Nothing is not an event");
        }
        SerializedType type = typeForClass(object.getClass());
        if (object instanceof MetaData metadata) {
            metadata.forEach(NamedEventSerializer::mustBeText);
        }
        byte[] json = mapper.writeValueAsBytes(object);
        return new SimpleSerializedObject<>(
                converter.convert(json, representation), representation, type);
    }

    private static void mustBeText(String key, @Nullable Object value) {
        if (!(value instanceof String)) {
            throw new SerializationException("Metadata are strings, unlike " + key + "=" + value);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        byte[] json = converter.convert(serialized, byte[].class).getData();
        SerializedType type = serialized.getType();
        try {
            if (type.getName().equals(METADATA)) {
                return (T) MetaData.from(mapper.readValue(json, STRINGS));
            }
            Class<?> known = types.classOf(type.getName());
            if (known == null) {
                return (T) new UnknownSerializedType(this, serialized);
            }
            mustBeCurrent(type, known);
            Object event = mapper.readValue(json, known);
            if (event == null) {
                throw new SerializationException("Nothing is not an event");
            }
            return (T) event;
        } catch (JacksonException malformed) {
            throw new SerializationException("Not readable as " + type.getName(), malformed);
        }
    }

    private void mustBeCurrent(SerializedType written, Class<?> known) {
        String current = String.valueOf(types.of(known).version());
        if (!current.equals(written.getRevision())) {
            throw new SerializationException(
                    "%s was written in version %s and no upcaster brings it to version %s"
                            .formatted(written.getName(), written.getRevision(), current));
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (type.getName().equals(METADATA)) {
            return MetaData.class;
        }
        Class<?> known = types.classOf(type.getName());
        return known == null ? UnknownSerializedType.class : known;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            throw new SerializationException("Nothing is not an event");
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(METADATA, null);
        }
        EventType named = types.of((Class<?>) type);
        return new SimpleSerializedType(named.name(), String.valueOf(named.version()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    /** A region is written as its code. */
    private interface RegionAsText {
        @JsonValue
        String code();

        @JsonCreator
        static Region of(String code) {
            return new Region(code);
        }
    }
}

package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.xiangmuzhang.eventlog.EventTypes;
import org.xiangmuzhang.kernel.EventType;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever stands in the log as an event is read, and reads the same again, or is unreadable. */
class PayloadsFuzzTests {

    private static final EventTypes TYPES = EventTypes.below("org.xiangmuzhang.eventlog");
    private static final Payloads PAYLOADS = new Payloads(TYPES);

    @FuzzTest
    void payload(byte[] stored) {
        for (Class<?> event : TYPES.all()) {
            EventType type = TYPES.of(event);
            String version = Integer.toString(type.version());
            Object read = PAYLOADS.read(type.name(), version, stored);
            if (read != null) {
                assertThat(read).isInstanceOf(event);
                assertThat(PAYLOADS.read(type.name(), version, PAYLOADS.written(read)))
                        .isEqualTo(read);
            }
        }
    }

    /** Also names and versions that nobody knows. */
    @FuzzTest
    void typeVersionAndMetadata(byte[] stored) {
        String[] parts = new String(stored, StandardCharsets.UTF_8).split(" ", 3);
        String version = parts.length > 1 ? parts[1] : "";
        byte[] json = (parts.length > 2 ? parts[2] : "").getBytes(StandardCharsets.UTF_8);
        NamedEventSerializer serializer = new NamedEventSerializer(TYPES);
        for (String name : List.of(parts[0], "org.axonframework.messaging.MetaData")) {
            try {
                assertThat(
                                (Object)
                                        serializer.deserialize(
                                                new SimpleSerializedObject<>(
                                                        json, byte[].class, name, version)))
                        .isNotNull();
            } catch (SerializationException unreadable) {
                assertThat(unreadable.getMessage()).isNotBlank();
            }
        }
    }
}

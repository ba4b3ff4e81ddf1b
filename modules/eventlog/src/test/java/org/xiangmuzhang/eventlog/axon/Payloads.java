package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.CannotConvertBetweenTypesException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.eventlog.EventTypes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

/** Reads payloads as the log does, upcasters included. */
public final class Payloads {

    private final NamedEventSerializer serializer;
    private final EventUpcasterChain upcasters;

    public Payloads(EventTypes types, EventUpcaster... upcasters) {
        this.serializer = new NamedEventSerializer(types);
        this.upcasters = new EventUpcasterChain(upcasters);
    }

    /**
     * What stands there; null when it cannot be read and the log says so, or when nobody knows a
     * type of this name: consumers are handed such an event as one that they do not hear.
     */
    public @Nullable Object read(String name, String version, byte[] payload) {
        return read(name, version, payload, Instant.EPOCH);
    }

    /** The same of an event of this moment. */
    public @Nullable Object read(String name, String version, byte[] payload, Instant at) {
        GenericDomainEventEntry<byte[]> entry =
                new GenericDomainEventEntry<>(
                        "aggregate",
                        "01900000-0000-7000-8000-000000000001",
                        0,
                        "01900000-0000-7000-8000-000000000002",
                        at,
                        name,
                        version,
                        payload,
                        "{}".getBytes(StandardCharsets.UTF_8));
        try {
            return EventUtils.upcastAndDeserializeTrackedEvents(
                            Stream.of(
                                    new TrackedDomainEventData<>(
                                            new GlobalSequenceTrackingToken(1), entry)),
                            serializer,
                            upcasters)
                    .map(EventMessage::getPayload)
                    .filter(
                            read ->
                                    !(read instanceof UnknownSerializedType
                                            || read instanceof MetaData))
                    .findFirst()
                    .orElse(null);
        } catch (SerializationException | CannotConvertBetweenTypesException unreadable) {
            return null; // the second for what is no JSON, which no column of the log takes
        }
    }

    public byte[] written(Object event) {
        SerializedObject<byte[]> written = serializer.serialize(event, byte[].class);
        return written.getData();
    }
}

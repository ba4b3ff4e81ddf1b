package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One event as it stands in the log, read without knowing its class.
 *
 * @param position its place in the log; later events have higher ones, with holes between them
 * @param type name of the event type, as {@code context.thing-happened}
 * @param version the version it was written in; entries are not upcast
 * @param metadata {@code actor} (person UUID), {@code role}, and where known {@code department},
 *     {@code request} and {@code cause} (id of the event it answers to)
 * @param payloadJson the event as a JSON object
 */
public record LogEntry(
        long position,
        String type,
        int version,
        Instant recordedAt,
        UUID subject,
        Region region,
        @Nullable UUID project,
        Map<String, String> metadata,
        String payloadJson) {}

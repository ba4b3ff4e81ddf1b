package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * The first event of a subject that a consumer could not handle, with those behind it.
 *
 * @param position of the event in the log
 * @param type the event's name
 * @param cause what the consumer threw, by its types, without its words: those may name people
 * @param waiting how many events of the subject are parked, this one with them
 */
public record Parked(
        String consumer,
        UUID subject,
        long position,
        String type,
        Region region,
        Instant since,
        @Nullable String cause,
        int waiting) {}

package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to a project, in whichever context.
 *
 * @param position its place in the log
 * @param event name of the event
 * @param recordedAt when it was recorded
 * @param actor who acted; the all-zero id is the platform itself
 * @param actorName in the reader's language when the platform acted by itself; null when the person
 *     is not known any more
 * @param inPlaceOf in whose post the actor acted as a substitute, or null
 * @param inPlaceOfName its name, or null
 * @param roleName the role in the reader's language
 * @param text what happened, in words
 * @param why the remark that belongs to it, or null
 * @param data the event as it was recorded
 */
public record Happening(
        long position,
        String event,
        Instant recordedAt,
        @Nullable UUID actor,
        @Nullable String actorName,
        @Nullable UUID inPlaceOf,
        @Nullable String inPlaceOfName,
        @Nullable String role,
        @Nullable String roleName,
        @Nullable String department,
        String text,
        @Nullable String why,
        Map<String, Object> data) {}

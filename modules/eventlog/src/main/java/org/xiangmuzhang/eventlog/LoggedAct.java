package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody did, as the log names it.
 *
 * @param position its place in the log
 * @param type name of the event type, as {@code context.thing-happened}
 */
public record LoggedAct(
        long position, String type, UUID subject, @Nullable UUID project, Instant at) {}

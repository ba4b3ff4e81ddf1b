package org.xiangmuzhang.webhooks;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One event for one endpoint.
 *
 * @param state WAITING, DELIVERED or GIVEN_UP
 * @param dueAt when it is sent next, while it waits
 * @param outcome how the last try ended, null before the first
 * @param status what the receiver answered, or null
 */
record Delivery(
        UUID id,
        UUID endpoint,
        UUID event,
        String type,
        UUID application,
        Instant at,
        String state,
        int tries,
        Instant dueAt,
        @Nullable Instant triedAt,
        @Nullable String outcome,
        @Nullable Integer status) {}

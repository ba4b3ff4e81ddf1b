package org.xiangmuzhang.steward.domain.ticket;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * What was done with a ticket; the words stand among the remarks.
 *
 * @param kind RAISE, ANSWER, ESCALATE, CLOSE or REOPEN
 */
public record TicketAct(
        UUID id,
        UUID ticket,
        Region region,
        String kind,
        UUID by,
        Instant at,
        @Nullable UUID remark,
        @Nullable UUID file) {}

package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is open when a project passes from one steward to another: the pack that the latter signs
 * for.
 */
@EventType(name = "steward.handover-prepared")
public record HandoverPrepared(
        UUID project,
        Region region,
        UUID handover,
        UUID from,
        UUID to,
        int version,
        List<Obligation> obligations,
        LocalDate on)
        implements LoggedEvent {

    /**
     * Kind: ITEM (under way), OWED (a material), MANDATE, UNVERIFIED (a decision elsewhere), NEXT
     * (of the plan) or what another context names; code: of the item, or empty; subject: the task
     * or mandate.
     */
    public record Obligation(
            String kind, String code, @Nullable UUID subject, @Nullable LocalDate due) {}

    @Override
    public UUID subject() {
        return project;
    }
}

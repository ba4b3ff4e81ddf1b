package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody follows the project beside its steward from this day. Part: DEPUTY or MEMBER; phases:
 * SIGNED, BUILDING, PRODUCTION, none for all; items: codes of those that are in this person's
 * hands.
 */
@EventType(name = "steward.team-joined")
public record TeamJoined(
        UUID project,
        Region region,
        UUID person,
        String part,
        List<String> phases,
        List<String> items,
        @Nullable String department,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

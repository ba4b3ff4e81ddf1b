package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a department does for a factor of a project: MISSING, PROMISED, SUPPLIED or DROPPED, with
 * evidence once supplied.
 */
@EventType(name = "steward.factor-moved")
public record FactorMoved(
        UUID factor,
        Region region,
        UUID project,
        String factorKind,
        String department,
        LocalDate needed,
        String state,
        @Nullable UUID file)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return factor;
    }
}

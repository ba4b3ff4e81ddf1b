package org.xiangmuzhang.supervision.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A case of what the window turned away was taken by somebody (TAKEN) or settled (SETTLED) in a
 * way: TAKEN_IN, REFERRED, EXPLAINED or OUT_OF_SCOPE.
 */
@EventType(name = "supervision.help-case-moved")
public record HelpCaseMoved(
        UUID application,
        Region region,
        @Nullable UUID project,
        String state,
        @Nullable String way,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was missing has been handed in. */
@EventType(name = "intake.correction-supplied")
public record CorrectionSupplied(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        LocalDate on,
        List<String> materials)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The applicant added or replaced materials of its own accord, before the decision. */
@EventType(name = "intake.materials-supplied")
public record MaterialsSupplied(
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

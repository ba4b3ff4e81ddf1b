package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The condition came and nothing had changed: the pre-approval became a formal decision with its
 * own number and date. Decided elsewhere: those of the conditions that were met outside the
 * platform, as item codes or {@code LAND_RIGHT}.
 */
@EventType(name = "intake.simulation-formalised")
public record SimulationFormalised(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        List<String> conditions,
        LocalDate conditionMetOn,
        LocalDate decidedOn,
        String documentNumber,
        String calendar,
        List<String> decidedElsewhere)
        implements LoggedEvent {

    public SimulationFormalised {
        decidedElsewhere = Objects.requireNonNullElse(decidedElsewhere, List.of());
    }

    @Override
    public UUID subject() {
        return application;
    }
}

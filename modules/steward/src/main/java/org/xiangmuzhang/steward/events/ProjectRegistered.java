package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A project entered the service. Its name stands in a table, not here. Investment in 万元. */
@EventType(name = "steward.project-registered")
public record ProjectRegistered(
        UUID project,
        Region region,
        String code,
        String projectType,
        String catalogVersion,
        UUID enterprise,
        @Nullable String industry,
        @Nullable BigDecimal investment,
        LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

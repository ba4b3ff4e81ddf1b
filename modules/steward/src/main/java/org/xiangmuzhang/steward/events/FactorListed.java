package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** 要素清单: a project needs a factor by a day, from a department. State: MISSING. */
@EventType(name = "steward.factor-listed")
public record FactorListed(
        UUID factor,
        Region region,
        UUID project,
        String factorKind,
        @Nullable BigDecimal amount,
        String department,
        LocalDate needed)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return factor;
    }
}

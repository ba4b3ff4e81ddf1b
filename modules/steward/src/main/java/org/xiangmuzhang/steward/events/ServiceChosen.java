package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How the project is served. Kind: PRECISE (精准), ON_SITE (上门), WHOLE (全程) or KEY (重点); way: GUIDE
 * (导办), HELP (帮办), ACT (代办), JOINT (联办), ACCOMPANY (陪办) or BACKSTOP (兜办), which names a helper.
 */
@EventType(name = "steward.service-chosen")
public record ServiceChosen(
        UUID project,
        Region region,
        String kind,
        String way,
        @Nullable UUID helper,
        LocalDate on,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

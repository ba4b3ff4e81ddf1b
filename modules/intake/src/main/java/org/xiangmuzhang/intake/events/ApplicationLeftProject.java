package org.xiangmuzhang.intake.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The window had taken the application down in a wrong project; {@link ApplicationRectified} tells
 * where it belongs.
 */
@EventType(name = "intake.application-left-project")
public record ApplicationLeftProject(
        UUID application, Region region, UUID project, LocalDate on, UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The applicant was told, once, of everything that is missing (行政许可法 art. 32). */
@EventType(name = "intake.correction-noticed")
public record CorrectionNoticed(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        LocalDate on,
        List<String> materials,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The steward chose the wanted dates and the courses of action; every list holds item codes.
 * Parallel: habits of order fall away. Stage targets: none in version 1.
 */
@EventType(name = "steward.courses-chosen", version = 2)
public record CoursesChosen(
        UUID project,
        Region region,
        LocalDate start,
        @Nullable LocalDate target,
        List<String> conditional,
        List<String> simulated,
        List<String> merged,
        List<String> owed,
        boolean parallel,
        List<StageTarget> stageTargets)
        implements LoggedEvent {

    /** The day by which all of a stage, by its code, must be done. */
    public record StageTarget(String stage, LocalDate day) {}

    @Override
    public UUID subject() {
        return project;
    }
}

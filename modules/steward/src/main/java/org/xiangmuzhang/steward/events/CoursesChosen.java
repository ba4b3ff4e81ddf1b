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
 * Parallel: habits of order fall away.
 */
@EventType(name = "steward.courses-chosen")
public record CoursesChosen(
        UUID project,
        Region region,
        LocalDate start,
        @Nullable LocalDate target,
        List<String> conditional,
        List<String> simulated,
        List<String> merged,
        List<String> owed,
        boolean parallel)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

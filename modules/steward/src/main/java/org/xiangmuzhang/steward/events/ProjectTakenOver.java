package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What had happened to a running project before it entered the service was taken over from a file.
 * Decisions: codes of the items that were decided elsewhere by it; entries: how many lines of
 * history and papers follow.
 */
@EventType(name = "steward.project-taken-over")
public record ProjectTakenOver(
        UUID project, Region region, UUID file, List<String> decisions, int entries, LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

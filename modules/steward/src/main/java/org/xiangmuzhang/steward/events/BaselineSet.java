package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The steward took a version of the plan for what later ones are measured by. Finish: that of the
 * version; marks: the dates that its items had.
 */
@EventType(name = "steward.baseline-set")
public record BaselineSet(
        UUID project,
        Region region,
        int revision,
        LocalDate on,
        LocalDate finish,
        List<Mark> marks,
        UUID remark)
        implements LoggedEvent {

    /** When an item was to begin and to end. */
    public record Mark(String itemCode, LocalDate start, LocalDate finish) {}

    @Override
    public UUID subject() {
        return project;
    }
}

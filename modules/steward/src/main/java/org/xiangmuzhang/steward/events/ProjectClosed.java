package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Nothing more is accepted for the project from this day. Outcome: FINISHED or ABANDONED; received:
 * items of which the materials that were owed have come.
 */
@EventType(name = "steward.project-closed")
public record ProjectClosed(
        UUID project,
        Region region,
        String outcome,
        List<String> received,
        LocalDate on,
        UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

package org.xiangmuzhang.steward.events;

import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** The project's enterprise was found twice and merged: it is the kept one's from this day. */
@EventType(name = "steward.project-passed-on")
public record ProjectPassedOn(
        UUID project, Region region, UUID enterprise, UUID enterpriseBefore, LocalDate on)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

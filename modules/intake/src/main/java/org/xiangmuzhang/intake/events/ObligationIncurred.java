package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something is still to come after an acceptance or a decision: kind MATERIAL (容缺), or a promise
 * (CONDITIONS, REVIEW, CERTIFICATE) with the version of its words, to be checked by the due day.
 */
@EventType(name = "intake.obligation-incurred")
public record ObligationIncurred(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        UUID obligation,
        String kind,
        @Nullable String material,
        @Nullable String textVersion,
        LocalDate givenOn,
        LocalDate on,
        LocalDate due)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return application;
    }
}

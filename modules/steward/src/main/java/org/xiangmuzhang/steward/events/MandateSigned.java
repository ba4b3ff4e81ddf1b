package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The enterprise entrusted the steward (全代办服务委托书). Acts: SUBMIT, SUPPLY, WITHDRAW, RECEIVE; both
 * days included. File: the signed paper. Stages and items: the codes of those that it is for, null
 * for any.
 */
@EventType(name = "steward.mandate-signed")
public record MandateSigned(
        UUID project,
        Region region,
        UUID mandate,
        UUID enterprise,
        UUID steward,
        List<String> acts,
        LocalDate from,
        LocalDate until,
        @Nullable UUID file,
        @Nullable List<String> stages,
        @Nullable List<String> items)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return project;
    }
}

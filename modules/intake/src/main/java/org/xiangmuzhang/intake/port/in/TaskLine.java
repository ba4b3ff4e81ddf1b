package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.TaskView;

import java.util.UUID;

/**
 * An item in the list of a department's desk.
 *
 * @param version to be named when it is decided
 * @param itemName as it was called in the version that the item was accepted in
 * @param number receipt number of the application
 * @param promisedLeft days left of the promised limit, negative when over; null for a simulated one
 * @param statutoryLeft likewise of the statutory limit, null also where the law sets none
 */
public record TaskLine(
        TaskView task,
        long version,
        String itemName,
        String itemNameEn,
        String number,
        UUID enterprise,
        String enterpriseName,
        @Nullable UUID project,
        @Nullable Integer promisedLeft,
        @Nullable Integer statutoryLeft) {}

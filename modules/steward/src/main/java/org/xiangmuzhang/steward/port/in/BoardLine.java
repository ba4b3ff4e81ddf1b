package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A project on the board.
 *
 * @param light GREEN, YELLOW, ORANGE or RED: the worst that stands
 * @param stage code of the stage of the next step, or null when nothing is left or planned
 * @param nextItem code of the next step
 * @param items how many items the plan holds; done and running are among them
 * @param leastSlack working days to spare; negative when the target cannot be met
 */
public record BoardLine(
        UUID project,
        String name,
        String code,
        Region region,
        String projectType,
        @Nullable UUID steward,
        @Nullable String stewardName,
        String light,
        @Nullable String stage,
        @Nullable String nextItem,
        @Nullable String nextItemName,
        int items,
        int done,
        int running,
        @Nullable LocalDate finish,
        @Nullable LocalDate target,
        @Nullable Integer leastSlack) {}

package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The plan as it would be, beside that of today; nothing of it is kept.
 *
 * @param on the day it was worked out for
 * @param present finish of the plan as it would be drawn today
 * @param supposed finish under the suppositions
 * @param moved working days between the two; less than zero is earlier
 * @param target the day by which all must be done, or null
 * @param meetsTarget whether the supposed finish does; dates of stages may be lost nevertheless
 * @param lines item by item in the order of the plan
 * @param contradictions what cannot be as it was supposed
 * @param conflicts wanted dates that the supposed plan cannot keep
 */
public record WhatIfSheet(
        UUID project,
        LocalDate on,
        LocalDate present,
        LocalDate supposed,
        int moved,
        @Nullable LocalDate target,
        boolean meetsTarget,
        boolean provisional,
        List<Line> lines,
        List<Contradiction> contradictions,
        List<Conflict> conflicts) {

    /**
     * An item in both plans; the dates of one that is not to be done in one of them are null there.
     *
     * @param state as it is today
     * @param moved working days between both ends
     * @param critical whether the supposed finish hangs on it
     */
    public record Line(
            AdviceSheet.Named item,
            String state,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable LocalDate supposedStart,
            @Nullable LocalDate supposedFinish,
            int moved,
            boolean critical) {}

    /**
     * A wanted date that is lost.
     *
     * @param stage whose date it is, or null for the end of all
     * @param earliest the first day that could be wanted instead
     */
    public record Conflict(@Nullable String stage, LocalDate wanted, LocalDate earliest) {}

    /** An item that was supposed to end on a day, and one before it that ends later. */
    public record Contradiction(AdviceSheet.Named item, AdviceSheet.Named before) {}
}

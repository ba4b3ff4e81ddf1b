package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

/**
 * An item that one plan has otherwise than another.
 *
 * @param from as the one has it, or null when it has not
 * @param to as the other has it, or null when it has not
 * @param by the item whose own movement moves this one, where that is the reason
 */
public record Movement(@Nullable Step from, @Nullable Step to, Why why, @Nullable String by) {

    /** Why it moved. */
    public enum Why {
        /** It is to be done now. */
        TAKEN_UP,
        /** It is not to be done any more. */
        LEFT_OUT,
        /** Something happened with it: it began, stood still, was promised anew, was decided. */
        HAPPENED,
        /** Its promised days changed. */
        DAYS,
        /** An item before it moved. */
        BEFORE,
        /** Other items come before it than did. */
        ORDER,
        /** The working calendar changed. */
        CALENDAR,
        /** The day on which it could begin: time went on, or another start was chosen. */
        DAY
    }

    public String itemCode() {
        Step step = to == null ? from : to;
        return step == null ? "" : step.itemCode();
    }
}

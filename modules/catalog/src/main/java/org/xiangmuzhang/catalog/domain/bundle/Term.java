package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * One number of a sum.
 *
 * @param item code of the item that it comes from, or null
 * @param value what is added; less than zero where something is taken off
 */
@ValueObject
public record Term(Why why, @Nullable String item, int value) {

    /** Why the number is there. */
    public enum Why {
        /** What the item asks for by itself. */
        ITEM,
        /** The item is on the longest way through the order. */
        ON_THE_WAY,
        /** Accepted once for all. */
        ACCEPTED_ONCE,
        /** The longest review of those that run at one time. */
        AT_ONE_TIME,
        /** Handed over once for all. */
        HANDED_OVER_ONCE,
        /** Asked for by several items and taken once. */
        ASKED_AGAIN,
        /** Made inside the package. */
        MADE_INSIDE,
        /** The most that any one item asks. */
        MOST
    }
}

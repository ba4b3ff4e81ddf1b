package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;

import java.time.LocalDate;
import java.util.List;

/**
 * A wanted date that cannot be kept, and the fewest items that alone make it so: without any one of
 * their causes it would be kept as far as these items go.
 *
 * @param stage whose date it is, or null for the end of all
 * @param earliest the first day that could be wanted instead
 * @param causes a chain, the first of which nothing in the chain holds back
 */
public record Conflict(
        @Nullable Stage stage, LocalDate wanted, LocalDate earliest, List<Cause> causes) {

    /** What holds an item back. */
    public enum Bound {
        /** The chosen start, which lies ahead. */
        START,
        /** Nothing that has not begun begins before today. */
        TODAY,
        /** It was done as late as that, here or elsewhere. */
        FACT,
        /** It runs, and is promised for that day. */
        PROMISE,
        /** The law wants the item before it done first. */
        LEGAL,
        /** It needs the result of the item before it. */
        MATERIAL,
        /** The usual order. */
        PRACTICAL
    }

    /**
     * An item of the chain, with its dates in the plan.
     *
     * @param days working days that the chain takes for it
     */
    public record Cause(
            String itemCode, int days, LocalDate start, LocalDate finish, Bound bound) {}

    public Conflict {
        causes = List.copyOf(causes);
    }
}

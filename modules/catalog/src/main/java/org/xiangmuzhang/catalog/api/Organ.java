package org.xiangmuzhang.catalog.api;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Who decides on an item at a place on a day.
 *
 * @param department code of the department
 * @param former code of the department that decided before, or the same
 * @param seal name of the seal that its decisions carry, or null when none is listed
 * @param since first day of it, or null: as long as the catalog says so
 */
public record Organ(
        String department,
        String former,
        Why why,
        @Nullable String seal,
        @Nullable LocalDate since) {

    /** What made it the organ. */
    public enum Why {
        /** The catalog names it. */
        CATALOG,
        /** 相对集中行政许可权: powers of many departments moved to one organ. */
        TRANSFERRED,
        /** 园区赋权: the park decides in its own name or in the department's. */
        DELEGATED
    }
}

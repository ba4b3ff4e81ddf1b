package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Asking what would shorten a project and what would move it; whoever may see the project may ask,
 * and nothing is changed by it. Both refuse with {@code project-unknown} and {@code
 * plan-goes-round}.
 */
public interface Advising {

    /**
     * A supposition.
     *
     * @param kind SLIPS, ENDS, LAND_RIGHT, STARTS, TAKES or LEAVES
     * @param course PARALLEL, MERGED, SIMULATED or OWED, of TAKES and LEAVES
     * @param item code of the item, of SLIPS and ENDS and of every course but PARALLEL
     * @param days working days, of SLIPS
     * @param on the day, of ENDS, LAND_RIGHT and STARTS
     */
    record Supposed(
            String kind,
            @Nullable String course,
            @Nullable String item,
            @Nullable Integer days,
            @Nullable LocalDate on) {}

    /** The combinations of courses that no other beats (方案推演). */
    AdviceSheet advice(Actor actor, UUID project);

    /**
     * The plan as it would be, beside that of today. Refuses with {@code plan-unknown} before the
     * first plan was drawn, with {@code what-if-kind} and {@code what-if-incomplete} what is no
     * supposition, with {@code what-if-no-land} where no land right is waited for, and with what
     * {@link org.xiangmuzhang.steward.domain.advice.WhatIf} refuses.
     */
    WhatIfSheet whatIf(Actor actor, UUID project, List<Supposed> suppositions);
}

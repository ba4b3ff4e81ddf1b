package org.xiangmuzhang.intake.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** 容缺: items for which materials are owed; an item whose materials have come is not among them. */
public interface OwedMaterials {

    /**
     * One such item.
     *
     * @param decidedOn the day of its decision, or null before
     * @param due the last day of the material that is due first, or null where nobody set one
     * @param materials how many are owed
     */
    record Owed(
            UUID task,
            UUID application,
            Region region,
            @Nullable UUID project,
            String itemCode,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate due,
            int materials) {}

    /** At most {@code limit} of a place that are due up to a day, the soonest first. */
    List<Owed> of(Region region, LocalDate until, int limit);

    /** Those of the items for which materials are owed. */
    List<Owed> among(Collection<UUID> tasks);
}

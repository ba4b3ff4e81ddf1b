package org.xiangmuzhang.intake.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** 容缺: items that were approved though materials are owed. */
public interface OwedMaterials {

    /** One such item and the day of its decision. */
    record Owed(
            UUID task,
            UUID application,
            Region region,
            @Nullable UUID project,
            String itemCode,
            LocalDate decidedOn) {}

    /** At most {@code limit} of a place, the longest decided first. */
    List<Owed> of(Region region, int limit);

    /** Those of the items for which materials are owed. */
    List<Owed> among(Collection<UUID> tasks);
}

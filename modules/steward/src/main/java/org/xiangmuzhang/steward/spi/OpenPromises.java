package org.xiangmuzhang.steward.spi;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Promises that somebody keeps book of, and that are not kept yet: called up on dispatches, handed
 * over with projects, and in the way of closing them where they block. With no implementation:
 * none.
 */
public interface OpenPromises {

    /**
     * One promise, and the day until which it is to be kept.
     *
     * @param blocks whether its project cannot be closed before it is kept
     */
    record Promise(UUID id, Region region, @Nullable UUID project, LocalDate due, boolean blocks) {}

    /** At most {@code limit} open ones of a place that are due up to a day, the soonest first. */
    List<Promise> due(Region region, LocalDate until, int limit);

    /** Those of the promises that are still open. */
    Set<UUID> open(Collection<UUID> promises);

    /** The open ones of a project. */
    List<Promise> of(UUID project);
}

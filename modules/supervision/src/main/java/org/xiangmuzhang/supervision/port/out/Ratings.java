package org.xiangmuzhang.supervision.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Rating;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where ratings are kept. */
public interface Ratings {

    /** Whether this is the first rating of its application and is kept. */
    boolean add(Rating rating);

    Optional<Rating> of(UUID application);

    List<Rating> inRegions(Set<Region> regions, Rating.@Nullable Place after, int limit);
}

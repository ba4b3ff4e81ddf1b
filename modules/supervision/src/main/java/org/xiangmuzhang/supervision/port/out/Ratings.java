package org.xiangmuzhang.supervision.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Rating;

import java.time.LocalDate;
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

    /**
     * Applications of an enterprise of which an item ended since that day and that have no rating.
     */
    List<UUID> unrated(UUID enterprise, LocalDate since, int limit);
}

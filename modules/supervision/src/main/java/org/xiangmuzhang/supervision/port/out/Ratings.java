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

    /** How many applications of these places ended since a day and are not rated. */
    long countUnrated(Set<Region> places, LocalDate since);

    /** Whether this is the first rating of its application and is kept. */
    boolean add(Rating rating);

    Optional<Rating> of(UUID application);

    List<Rating> inRegions(Set<Region> regions, Rating.@Nullable Place after, int limit);

    /**
     * Applications of an enterprise of which an item ended since that day and that have no rating.
     */
    List<UUID> unrated(UUID enterprise, LocalDate since, int limit);

    /** Keeps the ratings of an enterprise that is merged away as those of the one that is kept. */
    void passOn(UUID dissolved, UUID kept);
}

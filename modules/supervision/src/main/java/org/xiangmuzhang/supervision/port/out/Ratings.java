package org.xiangmuzhang.supervision.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where ratings are kept. */
public interface Ratings {

    /** The last rating of a page: ratings come by day and application. */
    record Place(LocalDate on, UUID application) {}

    /** Whether this is the first rating of its application and is kept. */
    boolean add(Rating rating);

    Optional<Rating> of(UUID application);

    List<Rating> inRegion(Region region, @Nullable Place after, int limit);
}

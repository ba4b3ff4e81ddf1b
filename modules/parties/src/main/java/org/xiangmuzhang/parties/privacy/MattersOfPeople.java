package org.xiangmuzhang.parties.privacy;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where people have a part in the matters of a context; asked by the platform, for every place. */
public interface MattersOfPeople {

    /**
     * A matter and a person's part in it.
     *
     * @param number what people call it by; never a name
     * @param part such as {@code SUBMITTED} or {@code STEWARD}; where there are several, the first
     * @param running whether it is not over and the person, or what the person wrote, is needed
     */
    record Matter(HeldKind kind, UUID id, String number, String part, boolean running) {}

    /** At most {@code limit} matters of a person, by id, after one of them. */
    List<Matter> of(UUID person, @Nullable UUID after, int limit);

    /** In how many matters a person has a part. */
    long count(UUID person);

    /**
     * A matter that a hold can be placed on.
     *
     * @param number what people call it by; never a name
     */
    record Found(UUID id, Region region, String number) {}

    /** By its number; empty when it is of another kind or not there. */
    Optional<Found> find(HeldKind kind, String number);
}

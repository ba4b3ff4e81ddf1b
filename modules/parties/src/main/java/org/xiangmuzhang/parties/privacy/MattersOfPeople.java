package org.xiangmuzhang.parties.privacy;

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
     * @param part such as {@code SUBMITTED} or {@code STEWARD}
     * @param running whether it cannot go on without the person
     */
    record Matter(HeldKind kind, UUID id, String number, String part, boolean running) {}

    List<Matter> of(UUID person);

    /**
     * A matter that a hold can be placed on.
     *
     * @param number what people call it by; never a name
     */
    record Found(UUID id, Region region, String number) {}

    /** By its number; empty when it is of another kind or not there. */
    Optional<Found> find(HeldKind kind, String number);
}

package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an enterprise wrote, handed in and was given before; of one project, or of all. */
public interface EarlierMatters {

    /** The sealed answers of an application. */
    record Answered(String number, List<UUID> answers) {}

    /** A document that was issued. */
    record Issued(String number, String document) {}

    /**
     * A material that was handed in and not turned away.
     *
     * @param on the day on which the same paper was first handed in, with whatever matter
     */
    record HandedInBefore(
            String material,
            UUID file,
            UUID application,
            String number,
            String sha256,
            LocalDate on) {}

    /** The latest first. */
    List<Answered> answers(UUID enterprise, @Nullable UUID project, int limit);

    /** The latest that holds of an item. */
    Optional<Issued> document(UUID enterprise, @Nullable UUID project, String item);

    /** The latest of each of these materials. */
    List<HandedInBefore> materials(
            UUID enterprise, @Nullable UUID project, Collection<String> materials);

    /** How many materials of these places were handed in since that day. */
    long since(Set<Region> places, LocalDate day);
}

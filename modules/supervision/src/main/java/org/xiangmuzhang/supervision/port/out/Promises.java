package org.xiangmuzhang.supervision.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Breach;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The register of promises, and the breaches that were told. */
public interface Promises {

    /** Keeps it as it came into force, whatever was known of it. */
    void inForce(RegisteredPromise promise);

    /**
     * It stands differently.
     *
     * @param due the new last day, or null for the one it had
     */
    void moved(
            UUID promise,
            String state,
            @Nullable String cause,
            @Nullable LocalDate due,
            LocalDate on);

    /** Whatever of an item was open ends with its approval. */
    void revoked(UUID task, LocalDate on);

    Optional<RegisteredPromise> byId(UUID id);

    List<RegisteredPromise> byIds(Collection<UUID> ids);

    /**
     * By due day and id.
     *
     * @param open whether open ones, else those that are over
     */
    List<RegisteredPromise> inRegions(
            Set<Region> regions, boolean open, RegisteredPromise.@Nullable Place after, int limit);

    /** Open ones of a place that are due up to a day, the soonest first. */
    List<RegisteredPromise> due(Region region, LocalDate until, int limit);

    /** Open ones of a project. */
    List<RegisteredPromise> ofProject(UUID project);

    /** How many of these places are open and belong to projects. */
    long openOfProjects(Set<Region> regions);

    void add(Breach breach);

    List<Breach> breaches(UUID promise);
}

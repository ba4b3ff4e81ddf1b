package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.obligation.Obligation;
import org.xiangmuzhang.intake.domain.obligation.ObligationState;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Owed materials and promises. Whoever saves a version that is no longer the last one is refused
 * with {@code changed-meanwhile}.
 */
public interface Obligations {

    void add(Collection<Obligation> obligations);

    void save(Obligation obligation);

    Optional<Obligation> byId(UUID id);

    /** As {@link #byId}, and nobody else changes it before the transaction ends. */
    Optional<Obligation> locked(UUID id);

    List<Obligation> ofTask(UUID task);

    List<Obligation> ofApplication(UUID application);

    /**
     * In the order of due day and id.
     *
     * @param regions null for all
     * @param department null for all
     * @param enterprise null for all
     * @param projects null for all
     */
    record Asked(
            @Nullable Set<Region> regions,
            @Nullable String department,
            @Nullable UUID enterprise,
            @Nullable Collection<UUID> projects,
            Set<ObligationState> states,
            @Nullable LocalDate afterDue,
            @Nullable UUID after,
            int limit) {}

    List<Obligation> find(Asked asked);

    /** Open and to be called to mind by that day; locked, those locked by others left out. */
    List<Obligation> toRemind(LocalDate today, int limit);

    /** Materials that were due before that day; locked, those locked by others left out. */
    List<Obligation> late(LocalDate today, int limit);

    /** How many of a kind are to be fulfilled at these places. */
    long open(Set<Region> regions, boolean promises);
}

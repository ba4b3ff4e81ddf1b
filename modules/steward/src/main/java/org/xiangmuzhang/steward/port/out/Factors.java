package org.xiangmuzhang.steward.port.out;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.factor.Factor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The factors of projects. */
public interface Factors {

    /** Refuses with {@code factor-id-taken} when there is one with the id. */
    void add(Factor factor);

    /** The factor for the caller's transaction alone. */
    Optional<Factor> held(UUID factor);

    void save(Factor factor);

    /** By the day on which they are needed. */
    List<Factor> ofProject(UUID project);

    List<Factor> byIds(Collection<UUID> factors);

    /** Those of the factors that are still missing in a project that is not closed. */
    Set<UUID> stillMissing(Collection<UUID> factors);

    /** Missing ones of open projects of a place that are needed up to a day, the soonest first. */
    List<Factor> missing(Region region, LocalDate until, int limit);
}

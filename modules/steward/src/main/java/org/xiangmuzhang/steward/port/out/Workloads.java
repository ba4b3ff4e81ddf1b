package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.people.Workload;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What stewards carry, from the board and the register. */
public interface Workloads {

    /** Of each, whatever place it lies in; skills are not known here. */
    Map<UUID, Workload> of(Collection<UUID> stewards, String projectType, @Nullable String trade);

    /** How many stewards carry more than so many unfinished projects in these regions. */
    long over(Set<Region> regions, int projects);
}

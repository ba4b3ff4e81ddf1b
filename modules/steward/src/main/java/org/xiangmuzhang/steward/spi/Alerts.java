package org.xiangmuzhang.steward.spi;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a watching context has to say about a project. With no implementation: nothing. */
public interface Alerts {

    /**
     * One warning.
     *
     * @param light YELLOW, ORANGE or RED
     * @param rule name of the rule that turned it
     */
    record Alert(
            UUID project, UUID task, String itemCode, String light, String rule, LocalDate since) {}

    /** Warnings that stand now, for each of the projects that has any. */
    Map<UUID, List<Alert>> standing(Collection<UUID> projects);

    /** The worst light of each project that has a warning standing in one of the regions. */
    Map<UUID, String> lit(Collection<Region> regions);
}

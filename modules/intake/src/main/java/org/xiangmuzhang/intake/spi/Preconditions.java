package org.xiangmuzhang.intake.spi;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must be done before an item may be formally accepted. With no implementation: nothing. */
public interface Preconditions {

    /**
     * An item that is not done yet.
     *
     * @param condition {@code ITEM:<code>} or {@code LAND_RIGHT}
     * @param simulatable whether the item may be reviewed before it (relaxable by simulation)
     */
    record Unmet(String condition, boolean simulatable) {}

    /**
     * Preconditions of the item by law or by material that are not met yet: those of the project's
     * plan, or, where it says nothing of the item, those of the catalog.
     */
    List<Unmet> unmet(UUID project, String itemCode);

    /** The same of several items at once, by item code. */
    default Map<String, List<Unmet>> unmet(UUID project, Collection<String> itemCodes) {
        return itemCodes.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> unmet(project, code)));
    }

    /**
     * Versions of the planning conditions that hold for the project's land, by parcel; empty
     * without land.
     */
    Map<UUID, Integer> planningConditions(UUID project);

    /** Where the project lies; empty with no better knowledge. */
    default Optional<Region> placeOf(UUID project) {
        return Optional.empty();
    }

    /**
     * What a project says to an application for some of its items.
     *
     * @param place where it lies; null with no better knowledge
     * @param unmet by item code
     */
    record Ties(@Nullable Region place, Map<String, List<Unmet>> unmet) {}

    /** All of it at once; empty when the project is not this enterprise's. */
    default Optional<Ties> ties(UUID project, UUID enterprise, Collection<String> itemCodes) {
        return belongs(project, enterprise)
                ? Optional.of(new Ties(placeOf(project).orElse(null), unmet(project, itemCodes)))
                : Optional.empty();
    }

    /** Whether the project is this enterprise's; with no better knowledge, it is. */
    default boolean belongs(UUID project, UUID enterprise) {
        return true;
    }
}

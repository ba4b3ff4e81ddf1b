package org.xiangmuzhang.intake;

import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a project's plan says, as a test sets it. */
final class Plan implements Preconditions {

    private final Map<String, List<Unmet>> unmet = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Integer>> planningConditions = new ConcurrentHashMap<>();

    private final Map<UUID, Region> places = new ConcurrentHashMap<>();

    void waits(UUID project, String itemCode, Unmet... conditions) {
        unmet.put(project + itemCode, List.of(conditions));
    }

    void planningConditions(UUID project, Map<UUID, Integer> versions) {
        planningConditions.put(project, versions);
    }

    @Override
    public List<Unmet> unmet(UUID project, String itemCode) {
        return unmet.getOrDefault(project + itemCode, List.of());
    }

    void lies(UUID project, Region place) {
        places.put(project, place);
    }

    @Override
    public Optional<Region> placeOf(UUID project) {
        return Optional.ofNullable(places.get(project));
    }

    @Override
    public Map<UUID, Integer> planningConditions(UUID project) {
        return planningConditions.getOrDefault(project, Map.of());
    }
}

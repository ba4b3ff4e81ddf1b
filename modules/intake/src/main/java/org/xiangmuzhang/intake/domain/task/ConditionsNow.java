package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What holds at the moment when the last condition of a simulated item is seen to be met.
 *
 * @param metOn the day on which the condition came
 * @param today the day on which the platform acts on it, not before
 * @param planningConditions their version by parcel, empty without land
 * @param elsewhere the conditions of the project that were met outside the platform
 * @param materials content hash by material id, of this item only
 */
@ValueObject
public record ConditionsNow(
        LocalDate metOn,
        LocalDate today,
        Map<UUID, Integer> planningConditions,
        Set<String> elsewhere,
        Map<String, String> materials) {

    public ConditionsNow {
        planningConditions = Map.copyOf(planningConditions);
        elsewhere = Set.copyOf(elsewhere);
        materials = Map.copyOf(materials);
    }
}

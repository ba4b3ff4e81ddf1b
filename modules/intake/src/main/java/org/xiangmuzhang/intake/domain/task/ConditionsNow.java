package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/**
 * What holds at the moment when the last condition of a simulated item is seen to be met.
 *
 * @param metOn the day on which the condition came
 * @param today the day on which the platform acts on it, not before
 * @param planningConditions their version, or null without land
 * @param materials content hash by material id, of this item only
 */
@ValueObject
public record ConditionsNow(
        LocalDate metOn,
        LocalDate today,
        @Nullable Integer planningConditions,
        Map<String, String> materials) {}

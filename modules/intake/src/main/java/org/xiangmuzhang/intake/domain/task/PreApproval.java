package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * 预批复: an opinion without legal effect, pinned to what it relied on.
 *
 * @param planningConditions their version by parcel; empty when the project had no land yet
 * @param materials content hash (SHA-256, hex) by material id
 */
@ValueObject
public record PreApproval(
        LocalDate on,
        UUID by,
        String documentNumber,
        @Nullable UUID file,
        Map<UUID, Integer> planningConditions,
        Map<String, String> materials) {

    public PreApproval {
        planningConditions = Map.copyOf(planningConditions);
        materials = Map.copyOf(materials);
    }

    /** The rule by which it no longer holds, or null when all it relied on is unchanged. */
    @Nullable String brokenBy(ConditionsNow now, boolean restsOnLand) {
        if (!materials.equals(now.materials())) {
            return "materials-changed";
        }
        if (restsOnLand && now.elsewhere().contains(Task.LAND_RIGHT)) {
            return "planning-conditions-unknown";
        }
        return planningConditions.equals(now.planningConditions())
                ? null
                : "planning-conditions-changed";
    }
}

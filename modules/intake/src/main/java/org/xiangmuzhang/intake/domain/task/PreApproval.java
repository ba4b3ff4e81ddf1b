package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * 预批复: an opinion without legal effect, pinned to what it relied on.
 *
 * @param planningConditions their version, or null when the project had no land yet
 * @param materials content hash (SHA-256, hex) by material id
 */
@ValueObject
public record PreApproval(
        LocalDate on,
        UUID by,
        String documentNumber,
        @Nullable UUID file,
        @Nullable Integer planningConditions,
        Map<String, String> materials) {

    public PreApproval {
        materials = Map.copyOf(materials);
    }

    /** The rule by which it no longer holds, or null when all it relied on is unchanged. */
    @Nullable String brokenBy(@Nullable Integer conditionsNow, Map<String, String> materialsNow) {
        if (!materials.equals(materialsNow)) {
            return "materials-changed";
        }
        return Objects.equals(planningConditions, conditionsNow)
                ? null
                : "planning-conditions-changed";
    }
}

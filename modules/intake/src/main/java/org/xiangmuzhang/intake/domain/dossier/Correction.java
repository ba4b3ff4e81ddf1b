package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 一次性告知: everything that is missing, told at once (行政许可法 art. 32).
 *
 * @param suppliedOn the day on which all of it was handed in, or null
 */
@ValueObject
public record Correction(
        LocalDate on, List<String> materials, UUID remark, @Nullable LocalDate suppliedOn) {

    Correction supplied(LocalDate today) {
        return new Correction(on, materials, remark, today);
    }

    public Correction {
        materials = List.copyOf(materials);
    }
}

package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 一次性告知: everything that is missing, told at once (行政许可法 art. 32). */
@ValueObject
public record Correction(LocalDate on, List<String> materials, UUID remark) {

    public Correction {
        materials = List.copyOf(materials);
    }
}

package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that storage keeps of an application.
 *
 * @param remark why it was refused or withdrawn, or null
 */
@ValueObject
public record ApplicationSnapshot(
        ApplicationHead head,
        ApplicationState state,
        List<SuppliedMaterial> materials,
        @Nullable Acceptance acceptance,
        @Nullable Correction correction,
        @Nullable UUID remark,
        @Nullable LocalDate closedOn,
        long version) {

    public ApplicationSnapshot {
        materials = List.copyOf(materials);
    }
}

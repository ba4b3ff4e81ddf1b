package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What never changes about an application, unless the window mends a mistake of its own.
 *
 * @param number receipt number: region, date and serial
 * @param mandate under which a steward submitted it, or null
 */
@ValueObject
public record ApplicationHead(
        UUID id,
        Region region,
        String number,
        UUID enterprise,
        @Nullable UUID project,
        LocalDate receivedOn,
        UUID submittedBy,
        @Nullable UUID mandate,
        @Nullable Waiver waiver) {

    ApplicationHead of(UUID rightEnterprise, @Nullable UUID rightProject) {
        return new ApplicationHead(
                id,
                region,
                number,
                rightEnterprise,
                rightProject,
                receivedOn,
                submittedBy,
                null,
                waiver);
    }

    /** Nobody decides on what that person submitted. */
    public void mustNotBeDecidedBy(UUID person) {
        if (person.equals(submittedBy)) {
            throw Refusal.forbidden("submitted-by-same-person", number);
        }
    }
}

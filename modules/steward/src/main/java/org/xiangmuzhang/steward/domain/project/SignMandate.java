package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.MandateSigned;

import java.time.LocalDate;
import java.util.UUID;

/** Entrusts the project's steward with acts in the enterprise's name. */
@Command
public record SignMandate(
        @Association UUID project,
        UUID mandate,
        @Nullable UUID enterprise,
        MandateScope scope,
        @Nullable UUID file,
        LocalDate today) {

    MandateSigned decide(Dossier dossier) {
        var own = dossier.registered();
        if (!own.enterprise().equals(enterprise)) {
            throw Refusal.forbidden("mandate-foreign-enterprise");
        }
        UUID steward = dossier.steward();
        if (steward == null) {
            throw Refusal.conflict("mandate-without-steward");
        }
        scope.mustBeSound(today);
        if (dossier.mandate(mandate) != null) {
            throw Refusal.conflict("mandate-signed-already");
        }
        return new MandateSigned(
                own.project(),
                own.region(),
                mandate,
                own.enterprise(),
                steward,
                scope.acts().stream().sorted().toList(),
                scope.from(),
                scope.until(),
                file,
                MandateScope.told(scope.stages()),
                MandateScope.told(scope.items()));
    }
}

package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.steward.events.MandateNarrowed;

import java.time.LocalDate;
import java.util.UUID;

/** Lets a mandate cover less from today. */
@Command
public record NarrowMandate(
        @Association UUID project, UUID mandate, MandateScope scope, UUID remark, LocalDate today) {

    MandateNarrowed decide(Dossier dossier) {
        Mandate wider = RevokeMandate.unrevoked(dossier, mandate);
        scope.mustBeSound(today);
        scope.mustNarrow(wider.scope());
        var own = dossier.registered();
        return new MandateNarrowed(
                own.project(),
                own.region(),
                mandate,
                scope.acts().stream().sorted().toList(),
                scope.from(),
                scope.until(),
                MandateScope.told(scope.stages()),
                MandateScope.told(scope.items()),
                today,
                remark);
    }
}

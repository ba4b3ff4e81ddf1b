package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.MandateRevoked;

import java.time.LocalDate;
import java.util.UUID;

/** Takes a mandate back from today. */
@Command
public record RevokeMandate(@Association UUID project, UUID mandate, UUID remark, LocalDate today) {

    MandateRevoked decide(Dossier dossier) {
        unrevoked(dossier, mandate);
        var own = dossier.registered();
        return new MandateRevoked(own.project(), own.region(), mandate, today, remark);
    }

    static Mandate unrevoked(Dossier dossier, UUID id) {
        Mandate mandate = dossier.mandate(id);
        if (mandate == null) {
            throw Refusal.notFound("mandate-unknown");
        }
        if (mandate.revokedOn() != null) {
            throw Refusal.conflict("mandate-revoked-already", mandate.revokedOn());
        }
        return mandate;
    }
}

package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.HandoverPrepared;
import org.xiangmuzhang.steward.events.HandoverSigned;

import java.time.LocalDate;
import java.util.UUID;

/** The new steward signs for what is open. */
@Command
public record SignHandover(
        @Association UUID project, UUID handover, UUID by, int version, LocalDate today) {

    HandoverSigned decide(Dossier dossier) {
        HandoverPrepared pack = dossier.charge().handover();
        if (pack == null || !pack.handover().equals(handover)) {
            throw Refusal.notFound("handover-unknown");
        }
        if (!pack.to().equals(by)) {
            throw Refusal.forbidden("handover-not-yours");
        }
        if (dossier.charge().signature() != null) {
            throw Refusal.conflict("handover-signed-already");
        }
        if (pack.version() != version) {
            throw Refusal.conflict("handover-version", pack.version());
        }
        return new HandoverSigned(pack.project(), pack.region(), handover, by, version, today);
    }
}

package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.DocumentNumber;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.DecidedElsewhere;

import java.time.LocalDate;
import java.util.UUID;

/** Records what was decided outside the platform, or that it was verified again. */
@Command
public record RecordDecidedElsewhere(
        @Association UUID project,
        String itemCode,
        String documentNumber,
        LocalDate decidedOn,
        UUID file,
        @Nullable LocalDate verifiedOn,
        LocalDate today) {

    DecidedElsewhere decide(Dossier dossier) {
        mustBeSound();
        DecidedElsewhere known = dossier.elsewhere().get(itemCode);
        if (known != null && !verifiesAgain(known)) {
            throw Refusal.conflict("elsewhere-recorded-already", itemCode, known.documentNumber());
        }
        var own = dossier.registered();
        return new DecidedElsewhere(
                own.project(), own.region(), itemCode, documentNumber, decidedOn, file, verifiedOn);
    }

    /** A document's number, a decision that was made, and a verification between it and today. */
    void mustBeSound() {
        new DocumentNumber(documentNumber);
        if (decidedOn.isAfter(today)) {
            throw Refusal.invalid("elsewhere-future", "/decidedOn", decidedOn);
        }
        if (verifiedOn != null && (verifiedOn.isAfter(today) || verifiedOn.isBefore(decidedOn))) {
            throw Refusal.invalid("elsewhere-verified", "/verifiedOn", decidedOn, today);
        }
    }

    /** The same decision, verified for the first time or on a later day. */
    private boolean verifiesAgain(DecidedElsewhere known) {
        return known.documentNumber().equals(documentNumber)
                && known.decidedOn().equals(decidedOn)
                && verifiedOn != null
                && (known.verifiedOn() == null || verifiedOn.isAfter(known.verifiedOn()));
    }
}

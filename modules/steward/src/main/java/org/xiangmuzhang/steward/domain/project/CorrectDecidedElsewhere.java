package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.DecidedElsewhereCorrected;

import java.util.UUID;

/** Puts right what was recorded of a decision made outside the platform, for a reason. */
@Command
public record CorrectDecidedElsewhere(
        @Association UUID project, RecordDecidedElsewhere right, UUID remark) {

    DecidedElsewhereCorrected decide(Dossier dossier) {
        DecidedElsewhere wrong = dossier.elsewhere().get(right.itemCode());
        if (wrong == null) {
            throw Refusal.notFound("elsewhere-unknown", right.itemCode());
        }
        mustPutRight(wrong);
        return new DecidedElsewhereCorrected(
                wrong.project(),
                wrong.region(),
                wrong.itemCode(),
                right.documentNumber(),
                right.decidedOn(),
                right.file(),
                right.verifiedOn(),
                remark);
    }

    /** A sound record that says something else. */
    private void mustPutRight(DecidedElsewhere wrong) {
        right.mustBeSound();
        if (right.documentNumber().equals(wrong.documentNumber())
                && right.decidedOn().equals(wrong.decidedOn())
                && right.file().equals(wrong.file())) {
            throw Refusal.conflict("elsewhere-corrects-nothing", wrong.itemCode());
        }
    }
}

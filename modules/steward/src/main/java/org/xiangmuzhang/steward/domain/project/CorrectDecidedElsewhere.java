package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.DecidedElsewhere;

import java.util.UUID;

/** Puts right what was recorded of a decision made outside the platform, for a reason. */
@Command
public record CorrectDecidedElsewhere(
        @Association UUID project, RecordDecidedElsewhere right, UUID remark) {

    /** A sound record that says something else. */
    void mustPutRight(DecidedElsewhere wrong) {
        right.mustBeSound();
        if (right.documentNumber().equals(wrong.documentNumber())
                && right.decidedOn().equals(wrong.decidedOn())
                && right.file().equals(wrong.file())) {
            throw Refusal.conflict("elsewhere-corrects-nothing", wrong.itemCode());
        }
    }
}

package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.MilestoneReached;

import java.time.LocalDate;
import java.util.UUID;

/** Records that an act which is no application was done. */
@Command
public record ReachMilestone(
        @Association UUID project,
        String itemCode,
        LocalDate on,
        @Nullable UUID proof,
        LocalDate today) {

    /** A day that has come, of something that was not reached before. */
    void mustBeSound(Dossier dossier) {
        if (on.isAfter(today)) {
            throw Refusal.invalid("milestone-future", "/on", on);
        }
        MilestoneReached known = dossier.milestones().get(itemCode);
        if (known != null) {
            throw Refusal.conflict("milestone-reached-already", itemCode, known.on());
        }
    }
}

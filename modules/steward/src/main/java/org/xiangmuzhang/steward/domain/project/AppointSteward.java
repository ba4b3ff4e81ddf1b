package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.HandoverPrepared;
import org.xiangmuzhang.steward.events.HandoverPrepared.Obligation;
import org.xiangmuzhang.steward.events.StewardAppointed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Makes one person answer for the project from today; a former steward hands over. */
@Command
public record AppointSteward(
        @Association UUID project,
        UUID steward,
        @Nullable UUID remark,
        UUID handover,
        List<Obligation> obligations,
        LocalDate today) {

    StewardAppointed decide(Dossier dossier) {
        if (steward.equals(dossier.steward())) {
            throw Refusal.conflict("steward-already-appointed");
        }
        var own = dossier.registered();
        return new StewardAppointed(
                own.project(), own.region(), steward, dossier.steward(), today, remark);
    }

    HandoverPrepared pack(Dossier dossier, UUID former) {
        var own = dossier.registered();
        return new HandoverPrepared(
                own.project(),
                own.region(),
                handover,
                former,
                steward,
                dossier.charge().packs() + 1,
                List.copyOf(obligations),
                today);
    }
}

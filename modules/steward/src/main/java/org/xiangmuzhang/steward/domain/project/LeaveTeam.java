package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.TeamJoined;
import org.xiangmuzhang.steward.events.TeamLeft;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody follows the project no more. */
@Command
public record LeaveTeam(@Association UUID project, UUID person, LocalDate on, LocalDate today) {

    TeamLeft decide(Dossier dossier) {
        TeamJoined joined = dossier.charge().joined(person);
        if (joined == null) {
            throw Refusal.notFound("team-not-member");
        }
        if (on.isAfter(today) || on.isBefore(joined.on())) {
            throw Refusal.invalid("team-day", "/on", joined.on(), today);
        }
        return new TeamLeft(joined.project(), joined.region(), person, on);
    }
}

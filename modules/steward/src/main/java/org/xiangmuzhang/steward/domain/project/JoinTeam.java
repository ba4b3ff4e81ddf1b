package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.TeamJoined;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes somebody into the team that follows the project. */
@Command
public record JoinTeam(
        @Association UUID project,
        UUID person,
        String part,
        List<String> phases,
        List<String> items,
        @Nullable String department,
        LocalDate on,
        LocalDate today) {

    private static final List<String> PARTS = List.of("DEPUTY", "MEMBER");
    private static final List<String> PHASES = List.of("SIGNED", "BUILDING", "PRODUCTION");

    TeamJoined decide(Dossier dossier) {
        if (!PARTS.contains(part)) {
            throw Refusal.invalid("team-part", "/part", String.join(", ", PARTS));
        }
        if (!PHASES.containsAll(phases)) {
            throw Refusal.invalid("team-phases", "/phases", String.join(", ", PHASES));
        }
        if (on.isAfter(today) || on.isBefore(dossier.registered().on())) {
            throw Refusal.invalid("team-day", "/on", dossier.registered().on(), today);
        }
        if (person.equals(dossier.steward())) {
            throw Refusal.conflict("team-is-steward");
        }
        if (dossier.charge().isMember(person)) {
            throw Refusal.conflict("team-joined-already");
        }
        var own = dossier.registered();
        return new TeamJoined(
                own.project(),
                own.region(),
                person,
                part,
                PHASES.stream().filter(phases::contains).toList(),
                items.stream().distinct().sorted().toList(),
                department,
                on);
    }
}

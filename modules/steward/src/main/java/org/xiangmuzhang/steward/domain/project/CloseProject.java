package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.ProjectClosed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Closes a project of which nothing is open.
 *
 * @param outcome FINISHED or ABANDONED
 * @param received items of which the materials that were owed have come
 * @param open what is in the way, each with its kind and code
 */
@Command
public record CloseProject(
        @Association UUID project,
        String outcome,
        List<String> received,
        List<String> open,
        UUID remark,
        LocalDate today) {

    private static final List<String> OUTCOMES = List.of("FINISHED", "ABANDONED");

    ProjectClosed decide(Dossier dossier) {
        if (!OUTCOMES.contains(outcome)) {
            throw Refusal.invalid("closing-outcome", "/outcome", String.join(", ", OUTCOMES));
        }
        if (!open.isEmpty()) {
            throw Refusal.conflict("closing-open", open.size(), String.join(", ", open));
        }
        var own = dossier.registered();
        return new ProjectClosed(
                own.project(),
                own.region(),
                outcome,
                received.stream().distinct().sorted().toList(),
                today,
                remark);
    }
}

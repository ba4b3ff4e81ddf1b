package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.EntryTakenOver;
import org.xiangmuzhang.steward.events.ProjectTakenOver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes over what happened before, all of it or nothing. */
@Command
public record TakeOverProject(
        @Association UUID project,
        UUID file,
        List<RecordDecidedElsewhere> decisions,
        List<EntryTakenOver> entries,
        LocalDate today) {

    List<LoggedEvent> decide(Dossier dossier) {
        if (dossier.charge().hasTakenOver(file)) {
            throw Refusal.conflict("takeover-file-already");
        }
        if (decisions.isEmpty() && entries.isEmpty()) {
            throw Refusal.conflict("takeover-nothing-new");
        }
        var own = dossier.registered();
        List<LoggedEvent> events = new ArrayList<>();
        events.add(
                new ProjectTakenOver(
                        own.project(),
                        own.region(),
                        file,
                        decisions.stream().map(RecordDecidedElsewhere::itemCode).toList(),
                        entries.size(),
                        today));
        decisions.forEach(decision -> events.add(decision.decide(dossier)));
        events.addAll(entries);
        return events;
    }
}

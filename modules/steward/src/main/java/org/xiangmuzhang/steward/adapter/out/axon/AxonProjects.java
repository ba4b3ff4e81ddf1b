package org.xiangmuzhang.steward.adapter.out.axon;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sends commands to the event-sourced aggregate and folds its stream for reading. */
@Component
class AxonProjects implements ProjectLog {

    private final CommandGateway commands;
    private final EventStore events;

    AxonProjects(CommandGateway commands, EventStore events) {
        this.commands = commands;
        this.events = events;
    }

    @Override
    public void send(Object command) {
        try {
            commands.sendAndWait(command);
        } catch (ConcurrencyException lost) {
            throw Refusal.conflict("project-changed-meanwhile");
        }
    }

    /** Inside a transaction only what came since it read last is read. */
    @Override
    public Optional<Dossier> now(UUID project) {
        return Dossier.of(ReadSoFar.here(this).of(project, events));
    }

    @Override
    public List<Version> versions(UUID project) {
        List<Version> versions = new ArrayList<>();
        events.readEvents(project.toString())
                .forEachRemaining(
                        message -> {
                            if (message.getPayload() instanceof PlanDrawn told) {
                                versions.add(version(versions, told, message.getTimestamp()));
                            }
                        });
        return versions;
    }

    private static Version version(List<Version> before, PlanDrawn told, Instant at) {
        if (before.isEmpty()) {
            return new Version(told, at, told.steps().size());
        }
        PlanDrawn last = before.getLast().plan();
        Set<PlanDrawn.Step> known = Set.copyOf(last.steps());
        long moved = told.steps().stream().filter(step -> !known.contains(step)).count();
        return new Version(told.after(last), at, (int) moved);
    }

    @Override
    public Optional<Dossier> asOf(UUID project, Instant moment) {
        List<LoggedEvent> known = new ArrayList<>();
        events.readEvents(project.toString())
                .forEachRemaining(
                        message -> {
                            if (!message.getTimestamp().isAfter(moment)
                                    && message.getPayload() instanceof LoggedEvent event) {
                                known.add(event);
                            }
                        });
        return Dossier.of(known);
    }
}

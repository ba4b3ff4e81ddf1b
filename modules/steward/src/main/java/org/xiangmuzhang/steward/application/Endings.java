package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.CloseProject;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.HandoverPrepared.Obligation;
import org.xiangmuzhang.steward.events.ProjectClosed;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.TeamSheet;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Projects are closed when nothing of them is open. */
@Component("steward.endings")
class Endings implements Closing {

    private static final String FINISHED = "FINISHED";

    private final Access access;
    private final ProjectLog log;
    private final ProjectRegister register;
    private final Obligations obligations;
    private final Remarks remarks;
    private final Clock clock;

    Endings(
            Access access,
            ProjectLog log,
            ProjectRegister register,
            Obligations obligations,
            Remarks remarks,
            Clock clock) {
        this.access = access;
        this.log = log;
        this.register = register;
        this.obligations = obligations;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Prospect prospect(Actor actor, UUID project) {
        ProjectView found = access.visible(actor, project);
        if (Access.isAnothersSteward(actor, found.steward())) {
            throw Refusal.forbidden("not-the-projects-steward");
        }
        Dossier dossier = log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
        ProjectClosed closed = dossier.charge().closed();
        return new Prospect(
                project,
                closed == null ? shown(obligations.blocking(dossier, true, List.of())) : List.of(),
                closed == null ? shown(obligations.blocking(dossier, false, List.of())) : List.of(),
                closed == null ? null : closed.on(),
                closed == null ? null : closed.outcome(),
                dossier.version());
    }

    private static List<TeamSheet.Obligation> shown(List<Obligation> open) {
        return open.stream()
                .map(it -> new TeamSheet.Obligation(it.kind(), it.code(), it.subject(), it.due()))
                .toList();
    }

    @Override
    @Transactional
    public void close(
            Actor actor,
            UUID project,
            long version,
            String outcome,
            List<String> received,
            String reason) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.STEWARD, Role.LEADER);
        if (actor.role() == Role.STEWARD) {
            Access.mustBeItsSteward(actor, found);
        }
        LocalDate today = WorkingDays.today(clock);
        Dossier dossier = access.held(project, version);
        register.close(project, today);
        List<String> open =
                obligations.blocking(dossier, outcome.equals(FINISHED), received).stream()
                        .map(it -> it.code().isEmpty() ? it.kind() : it.kind() + " " + it.code())
                        .toList();
        UUID remark = remarks.write(found.region(), actor.person(), reason, "/reason");
        log.send(new CloseProject(project, outcome, received, open, remark, today));
    }
}

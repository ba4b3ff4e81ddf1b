package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Mandate;
import org.xiangmuzhang.steward.domain.project.RevokeMandate;
import org.xiangmuzhang.steward.domain.project.SignMandate;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Mandates are signed, taken back, and asked for by whoever sees a steward act. */
@Component("steward.mandating")
class Mandating implements Entrusting, Mandates {

    private final ProjectLog log;
    private final ProjectRegister register;
    private final Access access;
    private final Papers papers;
    private final Remarks remarks;
    private final Clock clock;

    Mandating(
            ProjectLog log,
            ProjectRegister register,
            Access access,
            Papers papers,
            Remarks remarks,
            Clock clock) {
        this.log = log;
        this.register = register;
        this.access = access;
        this.papers = papers;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void sign(Actor actor, UUID project, long version, Paper paper) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.APPLICANT);
        if (paper.file() != null) {
            papers.mustBeUsable(paper.file(), actor, found, "/file");
        }
        access.held(project, version);
        log.send(
                new SignMandate(
                        project,
                        paper.id(),
                        actor.enterprise(),
                        paper.acts(),
                        paper.from(),
                        paper.until(),
                        paper.file(),
                        WorkingDays.today(clock)));
        log.now(project).stream()
                .flatMap(dossier -> dossier.mandates().stream())
                .map(Mandate::signed)
                .filter(signed -> signed.mandate().equals(paper.id()))
                .forEach(register::keep);
    }

    @Override
    @Transactional
    public void revoke(Actor actor, UUID project, long version, UUID mandate, String why) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.APPLICANT);
        access.held(project, version);
        LocalDate today = WorkingDays.today(clock);
        UUID remark = remarks.write(found.region(), actor.person(), why, "/reason");
        log.send(new RevokeMandate(project, mandate, remark, today));
        register.revoke(mandate, today);
    }

    @Override
    public Optional<UUID> covering(
            UUID steward, UUID enterprise, @Nullable UUID project, Act act, LocalDate on) {
        return project == null
                ? Optional.empty()
                : register.covering(steward, enterprise, project, act.name(), on);
    }
}

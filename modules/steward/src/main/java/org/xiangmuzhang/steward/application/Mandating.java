package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Mandate;
import org.xiangmuzhang.steward.domain.project.MandateScope;
import org.xiangmuzhang.steward.domain.project.NarrowMandate;
import org.xiangmuzhang.steward.domain.project.RevokeMandate;
import org.xiangmuzhang.steward.domain.project.SignMandate;
import org.xiangmuzhang.steward.events.MandateSigned;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Mandates are signed, narrowed and taken back. */
@Component("steward.mandating")
class Mandating implements Entrusting {

    private final ProjectLog log;
    private final ProjectRegister register;
    private final Access access;
    private final Papers papers;
    private final Remarks remarks;
    private final Catalog catalog;
    private final Clock clock;

    Mandating(
            ProjectLog log,
            ProjectRegister register,
            Access access,
            Papers papers,
            Remarks remarks,
            Catalog catalog,
            Clock clock) {
        this.log = log;
        this.register = register;
        this.access = access;
        this.papers = papers;
        this.remarks = remarks;
        this.catalog = catalog;
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
        mustBeKnown(found, paper.scope());
        access.held(project, version);
        log.send(
                new SignMandate(
                        project,
                        paper.id(),
                        actor.enterprise(),
                        scope(paper.scope()),
                        paper.file(),
                        WorkingDays.today(clock)));
        register.keep(signed(project, paper.id()));
    }

    private MandateSigned signed(UUID project, UUID mandate) {
        return log.now(project).stream()
                .flatMap(dossier -> dossier.mandates().stream())
                .map(Mandate::signed)
                .filter(signed -> signed.mandate().equals(mandate))
                .findFirst()
                .orElseThrow();
    }

    private static MandateScope scope(Scope wanted) {
        return new MandateScope(
                Set.copyOf(wanted.acts()),
                wanted.from(),
                wanted.until(),
                Set.copyOf(wanted.stages()),
                Set.copyOf(wanted.items()));
    }

    /** Refuses stages and items that there are not. */
    private void mustBeKnown(ProjectView project, Scope wanted) {
        for (String stage : wanted.stages()) {
            if (Arrays.stream(Stage.values()).noneMatch(known -> known.name().equals(stage))) {
                throw Refusal.invalid("stage-unknown", "/stages", stage);
            }
        }
        for (String item : wanted.items()) {
            if (catalog.item(project.region(), item).isEmpty()) {
                throw Refusal.invalid("item-unknown", "/items", item);
            }
        }
    }

    @Override
    @Transactional
    public void narrow(
            Actor actor, UUID project, long version, UUID mandate, Scope to, String why) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.APPLICANT);
        mustBeKnown(found, to);
        access.held(project, version);
        UUID remark = remarks.write(found.region(), actor.person(), why, "/reason");
        log.send(new NarrowMandate(project, mandate, scope(to), remark, WorkingDays.today(clock)));
        register.narrow(signed(project, mandate));
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
}

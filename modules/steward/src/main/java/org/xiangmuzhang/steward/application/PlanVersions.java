package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.plan.Movement;
import org.xiangmuzhang.steward.domain.plan.Movements;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.SetBaseline;
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.in.PlanComparing;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

@Component("steward.plan-versions")
class PlanVersions implements PlanComparing {

    private final Access access;
    private final ProjectLog log;
    private final Catalog catalog;
    private final Remarks remarks;
    private final Clock clock;

    PlanVersions(Access access, ProjectLog log, Catalog catalog, Remarks remarks, Clock clock) {
        this.access = access;
        this.log = log;
        this.catalog = catalog;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> versions(Actor actor, UUID project, @Nullable Integer before, int limit) {
        access.visible(actor, project);
        BaselineSet baseline = dossier(project).baseline();
        return drawn(project).reversed().stream()
                .filter(one -> before == null || one.plan().revision() < before)
                .limit(limit)
                .map(one -> version(one, baseline))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Difference between(
            Actor actor, UUID project, @Nullable Integer from, @Nullable Integer to) {
        ProjectView found = access.visible(actor, project);
        Dossier dossier = dossier(project);
        List<ProjectLog.Version> drawn = drawn(project);
        int last = to == null ? drawn.getLast().plan().revision() : to;
        ProjectLog.Version newer = one(drawn, last);
        ProjectLog.Version older = one(drawn, from == null ? Math.max(1, last - 1) : from);
        WorkingDays calendar = catalog.calendar();
        return new Difference(
                version(older, dossier.baseline()),
                version(newer, dossier.baseline()),
                PlanSheets.later(calendar, older.plan().finish(), newer.plan().finish()),
                Movements.between(older.plan(), newer.plan()).stream()
                        .map(it -> moved(found.region(), dossier, calendar, it))
                        .toList());
    }

    @Override
    @Transactional
    public void setBaseline(Actor actor, UUID project, long version, int revision, String reason) {
        ProjectView found = access.visible(actor, project);
        Access.mustBeItsSteward(actor, found);
        access.held(project, version);
        PlanDrawn plan = one(drawn(project), revision).plan();
        UUID remark = remarks.write(found.region(), actor.person(), reason, "/reason");
        log.send(new SetBaseline(project, plan, remark, WorkingDays.today(clock)));
    }

    private Dossier dossier(UUID project) {
        return log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
    }

    private List<ProjectLog.Version> drawn(UUID project) {
        List<ProjectLog.Version> versions = log.versions(project);
        if (versions.isEmpty()) {
            throw Refusal.notFound("plan-unknown");
        }
        return versions;
    }

    private static ProjectLog.Version one(List<ProjectLog.Version> drawn, int revision) {
        return drawn.stream()
                .filter(one -> one.plan().revision() == revision)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("plan-version-unknown", revision));
    }

    private static Version version(ProjectLog.Version drawn, @Nullable BaselineSet baseline) {
        PlanDrawn plan = drawn.plan();
        return new Version(
                plan.revision(),
                drawn.at(),
                plan.cause(),
                plan.finish(),
                plan.target(),
                drawn.moved(),
                baseline != null && baseline.revision() == plan.revision());
    }

    private Moved moved(Region region, Dossier dossier, WorkingDays calendar, Movement movement) {
        PlanDrawn.Step from = movement.from();
        PlanDrawn.Step to = movement.to();
        String code = movement.itemCode();
        String by = movement.by();
        return new Moved(
                code,
                name(region, dossier, code, false),
                name(region, dossier, code, true),
                from == null ? null : from.state(),
                from == null ? null : from.earliestStart(),
                from == null ? null : from.earliestFinish(),
                to == null ? null : to.state(),
                to == null ? null : to.earliestStart(),
                to == null ? null : to.earliestFinish(),
                from == null || to == null
                        ? null
                        : PlanSheets.later(calendar, from.earliestFinish(), to.earliestFinish()),
                movement.why().name(),
                by,
                by == null ? null : name(region, dossier, by, false),
                by == null ? null : name(region, dossier, by, true));
    }

    private String name(Region region, Dossier dossier, String code, boolean english) {
        PlanDrawn.Words said = dossier.words(code);
        if (said != null) {
            return english ? said.en() : said.zh();
        }
        return catalog.item(region, code).map(english ? Item::nameEn : Item::nameZh).orElse(code);
    }
}

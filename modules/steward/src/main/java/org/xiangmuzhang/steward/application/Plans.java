package org.xiangmuzhang.steward.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.CourseRules;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Drafting;
import org.xiangmuzhang.steward.domain.plan.Network;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Planner;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.DrawPlan;
import org.xiangmuzhang.steward.domain.project.Project;
import org.xiangmuzhang.steward.domain.project.RedrawPlan;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.out.PlanCalendars;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Component("steward.plans")
class Plans implements PlanDrawing {

    private static final Logger LOGGER = LoggerFactory.getLogger(Plans.class);

    private final ProjectLog log;
    private final ProjectRegister register;
    private final PlanCalendars calendars;
    private final Access access;
    private final Catalog catalog;
    private final Facts facts;
    private final Clock clock;

    Plans(
            ProjectLog log,
            ProjectRegister register,
            PlanCalendars calendars,
            Access access,
            Catalog catalog,
            Facts facts,
            Clock clock) {
        this.log = log;
        this.register = register;
        this.calendars = calendars;
        this.access = access;
        this.catalog = catalog;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void draw(Actor actor, UUID project, long version, Wishes wishes) {
        Access.mustBeItsSteward(actor, access.visible(actor, project));
        Dossier dossier = access.held(project, version);
        LocalDate today = WorkingDays.today(clock);
        Courses before = dossier.courses();
        LocalDate start =
                wishes.start() != null ? wishes.start() : before == null ? today : before.start();
        var courses =
                new Courses(
                        start,
                        wishes.target(),
                        wishes.conditional(),
                        wishes.simulated(),
                        wishes.merged(),
                        wishes.owed(),
                        wishes.parallel());
        Region region = dossier.registered().region();
        CourseRules.check(type(dossier), catalog.mergedItems(region), courses);
        Map<String, Progress> progress = facts.of(project, dossier, catalog.calendar(), today);
        progress.putIfAbsent(Project.STUDIED, Progress.done(today));
        Plan plan = plan(dossier, courses, progress, today);
        calendars.keep(project, plan.isOver() ? null : plan.calendar());
        log.send(new DrawPlan(project, courses, plan, today));
    }

    @Override
    @Transactional
    public void redraw(UUID project, String cause) {
        register.hold(project);
        Dossier dossier = log.now(project).orElse(null);
        Courses courses = dossier == null ? null : dossier.courses();
        if (dossier == null || courses == null) {
            return;
        }
        LocalDate today = WorkingDays.today(clock);
        Map<String, Progress> progress = facts.of(project, dossier, catalog.calendar(), today);
        Plan plan;
        try {
            plan = plan(dossier, courses, progress, today);
        } catch (Refusal refusal) {
            // The catalog has changed so that no plan can be made: the last one stands.
            calendars.keep(project, catalog.calendar().version());
            LOGGER.warn("Plan of {} not drawn again after {}", project, cause, refusal);
            return;
        }
        calendars.keep(project, plan.isOver() ? null : plan.calendar());
        log.send(new RedrawPlan(project, cause, plan));
    }

    private Plan plan(
            Dossier dossier, Courses courses, Map<String, Progress> progress, LocalDate today) {
        ProjectType type = type(dossier);
        Region region = dossier.registered().region();
        Network network =
                Drafting.draft(
                        type,
                        courses,
                        catalog.mergedItems(region),
                        code -> catalog.item(region, code),
                        progress.entrySet().stream()
                                .filter(fact -> fact.getValue().simulated())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()));
        Plan plan =
                Planner.draw(network, type.version(), courses, progress, today, catalog.calendar());
        return plan.saying(
                plan.steps().stream()
                        .flatMap(step -> catalog.item(region, step.itemCode()).stream())
                        .map(this::words)
                        .toList());
    }

    private PlanDrawn.Words words(Item item) {
        return new PlanDrawn.Words(
                item.code(),
                item.version(),
                item.nameZh(),
                item.nameEn(),
                item.stage().name(),
                item.department(),
                catalog.departmentName(item.department()),
                catalog.departmentName(item.department(), Locale.ENGLISH),
                item.milestone());
    }

    private ProjectType type(Dossier dossier) {
        String code = dossier.registered().projectType();
        return catalog.projectType(dossier.registered().region(), code)
                .orElseThrow(() -> Refusal.invalid("project-type-unknown", "/projectType", code));
    }
}

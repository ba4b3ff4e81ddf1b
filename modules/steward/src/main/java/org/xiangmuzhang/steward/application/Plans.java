package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.plan.CourseRules;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.DrawPlan;
import org.xiangmuzhang.steward.domain.project.RedrawPlan;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.out.PlanCalendars;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

@Component("steward.plans")
class Plans implements PlanDrawing {

    private static final Logger LOGGER = LoggerFactory.getLogger(Plans.class);

    private final ProjectLog log;
    private final PlanCalendars calendars;
    private final Access access;
    private final Catalog catalog;
    private final Situations situations;

    Plans(
            ProjectLog log,
            PlanCalendars calendars,
            Access access,
            Catalog catalog,
            Situations situations) {
        this.log = log;
        this.calendars = calendars;
        this.access = access;
        this.catalog = catalog;
        this.situations = situations;
    }

    @Override
    @Transactional
    public void draw(Actor actor, UUID project, long version, Wishes wishes) {
        Access.mustBeItsSteward(actor, access.visible(actor, project));
        Dossier dossier = access.held(project, version);
        Situation situation = situations.of(project, dossier);
        LocalDate today = situation.today();
        Courses before = dossier.courses();
        LocalDate start =
                wishes.start() != null ? wishes.start() : before == null ? today : before.start();
        var courses =
                new Courses(
                        start,
                        wishes.target(),
                        wishes.stageTargets(),
                        wishes.conditional(),
                        wishes.simulated(),
                        wishes.merged(),
                        wishes.owed(),
                        wishes.parallel());
        CourseRules.check(situation.type(), situation.merged(), courses);
        var dates = new WantedDates(dossier, situation.calendar());
        dates.mustNotBePast(courses, today);
        Plan plan = plan(dossier, situation, courses);
        dates.mustBeKept(courses, plan, old -> plan(dossier, situation, old));
        calendars.keep(project, plan.isOver() ? null : plan.calendar());
        log.send(new DrawPlan(project, courses, plan, today));
    }

    @Override
    @Transactional
    public void redraw(UUID project, String cause) {
        String before = calendars.held(project);
        Dossier dossier = log.now(project).orElse(null);
        Courses courses = dossier == null ? null : dossier.courses();
        if (dossier == null || courses == null) {
            return;
        }
        Plan plan;
        try {
            plan = plan(dossier, situations.of(project, dossier), courses);
        } catch (Refusal refusal) {
            // The catalog has changed so that no plan can be made: the last one stands.
            note(project, before, catalog.calendar().version());
            LOGGER.warn("Plan of {} not drawn again after {}", project, cause, refusal);
            return;
        }
        note(project, before, plan.isOver() ? null : plan.calendar());
        log.send(new RedrawPlan(project, cause, plan));
    }

    private void note(UUID project, @Nullable String before, @Nullable String calendar) {
        if (!Objects.equals(calendar, before)) {
            calendars.keep(project, calendar);
        }
    }

    private Plan plan(Dossier dossier, Situation situation, Courses courses) {
        Region region = dossier.registered().region();
        Plan plan = situation.plan(courses);
        return plan.saying(
                plan.steps().stream()
                        .flatMap(step -> catalog.item(region, step.itemCode()).stream())
                        .map(item -> words(item, region, situation.today()))
                        .toList());
    }

    private PlanDrawn.Words words(Item item, Region region, LocalDate today) {
        String department = catalog.organ(region, item, today).department();
        return new PlanDrawn.Words(
                item.code(),
                item.version(),
                item.nameZh(),
                item.nameEn(),
                item.stage().name(),
                department,
                catalog.departmentName(region, department, Locale.CHINESE),
                catalog.departmentName(region, department, Locale.ENGLISH),
                item.milestone());
    }
}

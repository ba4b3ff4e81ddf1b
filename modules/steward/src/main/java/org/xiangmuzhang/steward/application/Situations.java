package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.Project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Brings together what a project's plan would be drawn from today. */
@Component
class Situations {

    private final Catalog catalog;
    private final Facts facts;
    private final Clock clock;

    Situations(Catalog catalog, Facts facts, Clock clock) {
        this.catalog = catalog;
        this.facts = facts;
        this.clock = clock;
    }

    /** Before the first plan: from today, with no course. */
    Situation of(UUID project, Dossier dossier) {
        Region region = dossier.registered().region();
        String code = dossier.registered().projectType();
        ProjectType type =
                catalog.projectType(region, code)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "project-type-unknown", "/projectType", code));
        LocalDate today = WorkingDays.today(clock);
        Map<String, Progress> progress = facts.of(project, dossier, catalog.calendar(), today);
        progress.putIfAbsent(Project.STUDIED, Progress.done(today));
        Courses chosen = dossier.courses();
        return new Situation(
                type,
                catalog.mergedItems(region),
                item -> catalog.item(region, item),
                progress,
                chosen == null
                        ? new Courses(today, null, Set.of(), Set.of(), Set.of(), Set.of(), false)
                        : chosen,
                today,
                catalog.calendar());
    }
}

package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.plan.Conflict;
import org.xiangmuzhang.steward.domain.plan.Conflicts;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Puts plans on sheets, as they were drawn. */
@Component
class PlanSheets {

    private final Catalog catalog;
    private final Turns turns;

    PlanSheets(Catalog catalog, Turns turns) {
        this.catalog = catalog;
        this.turns = turns;
    }

    /** What the steward chose. */
    static PlanSheet.Wishes wishes(Courses courses) {
        return new PlanSheet.Wishes(
                courses.start(),
                courses.target(),
                courses.stageTargetsByCode(),
                courses.conditional().stream().sorted().toList(),
                courses.simulated().stream().sorted().toList(),
                courses.merged().stream().sorted().toList(),
                courses.owed().stream().sorted().toList(),
                courses.parallel());
    }

    /**
     * A plan of the project.
     *
     * @param now whether it is the plan of today, not one of the past
     */
    PlanSheet of(
            ProjectView project, Dossier dossier, PlanDrawn plan, Courses courses, boolean now) {
        Region region = project.region();
        List<PlanSheet.Conflict> conflicts = conflicts(region, dossier, courses);
        Map<String, PlanSheet.Turn> whose = turns.of(project.id(), dossier, plan, now);
        return new PlanSheet(
                project.id(),
                plan.revision(),
                plan.cause(),
                plan.target(),
                plan.from(),
                plan.finish(),
                conflicts.isEmpty(),
                plan.provisional(),
                plan.typeVersion(),
                plan.calendar(),
                wishes(courses),
                conflicts,
                baseline(dossier, plan),
                plan.steps().stream().map(step -> step(step, dossier, region, now, whose)).toList(),
                plan.edges());
    }

    private PlanSheet.@Nullable Baseline baseline(Dossier dossier, PlanDrawn plan) {
        BaselineSet set = dossier.baseline();
        return set == null
                ? null
                : new PlanSheet.Baseline(
                        set.revision(),
                        set.on(),
                        set.finish(),
                        later(catalog.calendar(), set.finish(), plan.finish()));
    }

    private @Nullable Integer drift(@Nullable BaselineSet baseline, PlanDrawn.Step step) {
        if (baseline == null || step.state().equals("DROPPED")) {
            return null;
        }
        return baseline.marks().stream()
                .filter(mark -> mark.itemCode().equals(step.itemCode()))
                .findFirst()
                .map(mark -> later(catalog.calendar(), mark.finish(), step.earliestFinish()))
                .orElse(null);
    }

    /** Working days from one date to another, below zero when it comes earlier. */
    static int later(WorkingDays calendar, LocalDate from, LocalDate to) {
        return to.isBefore(from) ? -calendar.between(to, from) : calendar.between(from, to);
    }

    private List<PlanSheet.Conflict> conflicts(Region region, Dossier dossier, Courses courses) {
        return Conflicts.of(
                        Objects.requireNonNull(dossier.lastPlan()),
                        courses,
                        code -> stage(region, dossier, code),
                        catalog.calendar())
                .stream()
                .map(conflict -> conflict(region, dossier, conflict))
                .toList();
    }

    private @Nullable Stage stage(Region region, Dossier dossier, String code) {
        PlanDrawn.Words said = dossier.words(code);
        return said == null
                ? catalog.item(region, code).map(Item::stage).orElse(null)
                : Stage.valueOf(said.stage());
    }

    private PlanSheet.Conflict conflict(Region region, Dossier dossier, Conflict conflict) {
        Stage stage = conflict.stage();
        return new PlanSheet.Conflict(
                stage == null ? null : stage.name(),
                conflict.wanted(),
                conflict.earliest(),
                conflict.causes().stream().map(cause -> cause(region, dossier, cause)).toList());
    }

    private PlanSheet.Cause cause(Region region, Dossier dossier, Conflict.Cause cause) {
        PlanDrawn.Words said = dossier.words(cause.itemCode());
        if (said == null) {
            said = today(region, cause.itemCode(), "");
        }
        return new PlanSheet.Cause(
                cause.itemCode(),
                said.zh(),
                said.en(),
                cause.days(),
                cause.start(),
                cause.finish(),
                cause.bound().name());
    }

    /** A department is called what it is called now, and in the past what it was when drawn. */
    private PlanSheet.Step step(
            PlanDrawn.Step step,
            Dossier dossier,
            Region region,
            boolean now,
            Map<String, PlanSheet.Turn> whose) {
        PlanDrawn.Words said = dossier.words(step.itemCode(), step.itemVersion());
        if (said == null) {
            said = today(region, step.itemCode(), step.itemVersion());
        }
        boolean named = now && !said.department().isEmpty();
        DecidedElsewhere elsewhere = dossier.elsewhere().get(step.itemCode());
        return new PlanSheet.Step(
                step.itemCode(),
                step.itemVersion(),
                said.zh(),
                said.en(),
                said.stage(),
                named
                        ? catalog.departmentName(region, said.department(), Locale.CHINESE)
                        : said.departmentZh(),
                named
                        ? catalog.departmentName(region, said.department(), Locale.ENGLISH)
                        : said.departmentEn(),
                said.milestone(),
                step.state(),
                step.state().equals("ELSEWHERE"),
                elsewhere == null ? null : elsewhere.verifiedOn(),
                step.days(),
                step.earliestStart(),
                step.earliestFinish(),
                step.latestStart(),
                step.latestFinish(),
                step.slack(),
                step.critical(),
                step.actualStart(),
                step.actualFinish(),
                step.replacedBy(),
                whose.get(step.itemCode()),
                drift(dossier.baseline(), step));
    }

    /** For plans of the first version, which kept codes only. */
    private PlanDrawn.Words today(Region region, String code, String version) {
        Item item = catalog.item(region, code).orElse(null);
        return item == null
                ? new PlanDrawn.Words(
                        code, version, code, code, Stage.CROSS_STAGE.name(), "", "", "", false)
                : new PlanDrawn.Words(
                        code,
                        version,
                        item.nameZh(),
                        item.nameEn(),
                        item.stage().name(),
                        item.department(),
                        catalog.departmentName(region, item.department(), Locale.CHINESE),
                        catalog.departmentName(region, item.department(), Locale.ENGLISH),
                        item.milestone());
    }
}

package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.LibraryEntry;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The form in which a steward chooses the courses of a plan. */
@Controller
@RequestMapping("/console/projects/{id}/plan")
class ConsolePlans {

    /** Past projects that are shown beside the form. */
    private static final int LISTED = 10;

    /** Fields with the wanted dates of stages begin so. */
    private static final String STAGE_TARGET = "stageTargets.";

    private final Watching watching;
    private final PlanDrawing planDrawing;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsolePlans(
            Watching watching,
            PlanDrawing planDrawing,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.planDrawing = planDrawing;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID like,
            @RequestParam(required = false) @Nullable List<String> advised,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        ProjectType type =
                catalog.projectType(project.region(), project.projectType())
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "project-type-unknown",
                                                "/projectType",
                                                project.projectType()));
        Set<String> waiting =
                type.dependencies().stream()
                        .filter(it -> it.relaxableBy().name().equals("MOCK"))
                        .map(it -> it.to())
                        .collect(Collectors.toSet());
        model.addAttribute("project", project);
        PlanSheet.Wishes chosen = chosen(actor, id);
        if (advised != null) {
            chosen = AdvisedCourses.wishes(advised, chosen, WorkingDays.today(clock));
        }
        model.addAttribute("chosen", like == null ? chosen : like(actor, project, like, chosen));
        model.addAttribute("advised", advised != null);
        model.addAttribute("like", like);
        model.addAttribute("library", library(actor, project));
        model.addAttribute("conditional", items(type, words, need -> !need.mandatory()));
        model.addAttribute(
                "simulatable",
                items(
                        type,
                        words,
                        need ->
                                need.item().simulatable()
                                        && !need.item().milestone()
                                        && waiting.contains(need.item().code())));
        model.addAttribute(
                "tolerant", items(type, words, need -> need.item().deficiencyTolerant()));
        model.addAttribute("mergeable", mergeable(project, type, words));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("today", WorkingDays.today(clock));
        return "steward/plan";
    }

    /** Past projects, for who may draw the plan. */
    private List<LibraryEntry> library(Actor actor, ProjectSheet project) {
        return actor.role() == Role.STEWARD
                ? watching.library(actor, project.projectType(), null, LISTED)
                : List.of();
    }

    /** What a past project of the type chose, on this one's dates. */
    private PlanSheet.Wishes like(
            Actor actor, ProjectSheet project, UUID like, PlanSheet.@Nullable Wishes chosen) {
        ProjectSheet past = watching.project(actor, like, null);
        if (!past.projectType().equals(project.projectType())) {
            throw Refusal.invalid("library-other-type", "/like", past.projectTypeName());
        }
        PlanSheet.Wishes wishes = watching.plan(actor, like, null).courses();
        return new PlanSheet.Wishes(
                chosen == null ? WorkingDays.today(clock) : chosen.start(),
                chosen == null ? null : chosen.target(),
                chosen == null ? Map.of() : chosen.stageTargets(),
                wishes.conditional(),
                wishes.simulated(),
                wishes.merged(),
                wishes.owed(),
                wishes.parallel());
    }

    private PlanSheet.@Nullable Wishes chosen(Actor actor, UUID project) {
        try {
            return watching.plan(actor, project, null).courses();
        } catch (Refusal none) {
            return null;
        }
    }

    private Map<String, String> mergeable(ProjectSheet project, ProjectType type, ItemWords words) {
        Map<String, String> mergeable = new LinkedHashMap<>();
        Set<String> codes =
                type.items().stream()
                        .map(ProjectType.Need::item)
                        .map(Item::code)
                        .collect(Collectors.toSet());
        catalog.mergedItems(project.region()).stream()
                .filter(
                        one ->
                                codes.contains(one.code())
                                        || one.replaces().stream().anyMatch(codes::contains))
                .forEach(one -> mergeable.put(one.code(), words.item(one.code())));
        return mergeable;
    }

    static Map<String, String> items(
            ProjectType type, ItemWords words, Predicate<ProjectType.Need> which) {
        Map<String, String> items = new LinkedHashMap<>();
        type.items().stream()
                .filter(which)
                .map(need -> need.item().code())
                .forEach(code -> items.put(code, words.item(code)));
        return items;
    }

    @PostMapping
    @FormOn(page = "/console/projects/{id}/plan", form = "plan")
    String draw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate target,
            @RequestParam(required = false) @Nullable Set<String> conditional,
            @RequestParam(required = false) @Nullable Set<String> simulated,
            @RequestParam(required = false) @Nullable Set<String> merged,
            @RequestParam(required = false) @Nullable Set<String> owed,
            @RequestParam(defaultValue = "false") boolean parallel,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Actor actor,
            RedirectAttributes next) {
        planDrawing.draw(
                actor,
                id,
                ConsoleDecisions.seen(version),
                new PlanDrawing.Wishes(
                        start,
                        target,
                        stageTargets(fields),
                        given(conditional),
                        given(simulated),
                        given(merged),
                        given(owed),
                        parallel));
        return ConsoleDecisions.done(id, "steward.notice.drawn", next);
    }

    private static Map<Stage, LocalDate> stageTargets(Map<String, String> fields) {
        Map<Stage, LocalDate> targets = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            String day = fields.getOrDefault(STAGE_TARGET + stage.name(), "");
            if (!day.isBlank()) {
                targets.put(stage, day(stage, day));
            }
        }
        return targets;
    }

    private static LocalDate day(Stage stage, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException noDay) {
            throw Refusal.invalid("plan-stage-target-form", "/stageTargets/" + stage.name());
        }
    }

    private static Set<String> given(@Nullable Set<String> codes) {
        return codes == null ? Set.of() : Set.copyOf(codes);
    }
}

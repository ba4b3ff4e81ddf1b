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
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
    String form(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
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
        model.addAttribute("chosen", chosen(actor, id));
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
        model.addAttribute("today", WorkingDays.today(clock));
        return "steward/plan";
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
            Actor actor,
            RedirectAttributes next) {
        planDrawing.draw(
                actor,
                id,
                ConsoleDecisions.seen(version),
                new PlanDrawing.Wishes(
                        start,
                        target,
                        given(conditional),
                        given(simulated),
                        given(merged),
                        given(owed),
                        parallel));
        return ConsoleDecisions.done(id, "steward.notice.drawn", next);
    }

    private static Set<String> given(@Nullable Set<String> codes) {
        return codes == null ? Set.of() : Set.copyOf(codes);
    }
}

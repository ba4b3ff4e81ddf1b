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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The forms that decide about a project; each carries the version that its reader saw. */
@Controller
@RequestMapping("/console/projects/{id}")
class ConsoleDecisions {

    private final Watching watching;
    private final Registering registering;
    private final Entrusting entrusting;
    private final PlanDrawing planDrawing;
    private final Recording recording;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleDecisions(
            Watching watching,
            Registering registering,
            Entrusting entrusting,
            PlanDrawing planDrawing,
            Recording recording,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.registering = registering;
        this.entrusting = entrusting;
        this.planDrawing = planDrawing;
        this.recording = recording;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping("/steward")
    String appoint(
            @PathVariable UUID id,
            @RequestParam UUID steward,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        registering.appoint(actor, id, version, steward);
        return done(id, "steward.notice.appointed", next);
    }

    @PostMapping("/mandates")
    String sign(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> acts,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        entrusting.sign(
                actor,
                id,
                version,
                new Entrusting.Paper(
                        Ids.next(clock), acts == null ? List.of() : acts, from, until, null));
        return done(id, "steward.notice.signed", next);
    }

    @PostMapping("/mandates/{mandate}/revocation")
    String revoke(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        entrusting.revoke(actor, id, version, mandate, reason);
        return done(id, "steward.notice.revoked", next);
    }

    @GetMapping("/plan")
    String planForm(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        PlanSheet.Wishes chosen = null;
        try {
            chosen = watching.plan(actor, id, null).courses();
        } catch (Refusal none) {
            model.addAttribute("first", true);
        }
        return planForm(project, chosen, null, locale, model);
    }

    private String planForm(
            ProjectSheet project,
            PlanSheet.@Nullable Wishes chosen,
            @Nullable Refusal refusal,
            Locale locale,
            Model model) {
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
                        .collect(java.util.stream.Collectors.toSet());
        model.addAttribute("project", project);
        model.addAttribute("chosen", chosen);
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
        Map<String, String> mergeable = new LinkedHashMap<>();
        Set<String> codes =
                type.items().stream()
                        .map(ProjectType.Need::item)
                        .map(Item::code)
                        .collect(java.util.stream.Collectors.toSet());
        catalog.mergedItems(project.region()).stream()
                .filter(
                        one ->
                                codes.contains(one.code())
                                        || one.replaces().stream().anyMatch(codes::contains))
                .forEach(one -> mergeable.put(one.code(), words.item(one.code())));
        model.addAttribute("mergeable", mergeable);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("refused", Refusals.sentence(refusal, messages, locale));
        return "steward/plan";
    }

    private static Map<String, String> items(
            ProjectType type, ItemWords words, Predicate<ProjectType.Need> which) {
        Map<String, String> items = new LinkedHashMap<>();
        type.items().stream()
                .filter(which)
                .map(need -> need.item().code())
                .forEach(code -> items.put(code, words.item(code)));
        return items;
    }

    @PostMapping("/plan")
    String draw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate target,
            @RequestParam(required = false) @Nullable List<String> conditional,
            @RequestParam(required = false) @Nullable List<String> simulated,
            @RequestParam(required = false) @Nullable List<String> merged,
            @RequestParam(required = false) @Nullable List<String> owed,
            @RequestParam(defaultValue = "false") boolean parallel,
            @RequestParam long version,
            Actor actor,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        var chosen =
                new PlanSheet.Wishes(
                        start == null ? WorkingDays.today(clock) : start,
                        target,
                        given(conditional),
                        given(simulated),
                        given(merged),
                        given(owed),
                        parallel);
        try {
            planDrawing.draw(
                    actor,
                    id,
                    version,
                    new PlanDrawing.Wishes(
                            start,
                            target,
                            Set.copyOf(chosen.conditional()),
                            Set.copyOf(chosen.simulated()),
                            Set.copyOf(chosen.merged()),
                            Set.copyOf(chosen.owed()),
                            parallel));
        } catch (Refusal refusal) {
            return planForm(watching.project(actor, id, null), chosen, refusal, locale, model);
        }
        return done(id, "steward.notice.drawn", next);
    }

    private static List<String> given(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }

    @GetMapping("/external-decisions")
    String elsewhereForm(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        return elsewhereForm(watching.project(actor, id, null), Map.of(), null, locale, model);
    }

    private String elsewhereForm(
            ProjectSheet project,
            Map<String, String> typed,
            @Nullable Refusal refusal,
            Locale locale,
            Model model) {
        var words = new ItemWords(catalog, project.region(), messages, locale);
        Map<String, String> items = new LinkedHashMap<>();
        catalog.projectType(project.region(), project.projectType())
                .ifPresent(
                        type -> items.putAll(items(type, words, need -> !need.item().milestone())));
        model.addAttribute("project", project);
        model.addAttribute("items", items);
        model.addAttribute("typed", typed);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("refused", Refusals.sentence(refusal, messages, locale));
        return "steward/external-decision";
    }

    @PostMapping("/external-decisions")
    String decidedElsewhere(
            @PathVariable UUID id,
            @RequestParam String itemCode,
            @RequestParam String documentNumber,
            @RequestParam LocalDate decidedOn,
            @RequestParam LocalDate verifiedOn,
            @RequestParam MultipartFile proof,
            @RequestParam long version,
            Actor actor,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        ProjectSheet project = watching.project(actor, id, null);
        try (InputStream content = proof.getInputStream()) {
            String name = proof.getOriginalFilename();
            recording.decidedElsewhere(
                    actor,
                    id,
                    version,
                    new Recording.Proof(name == null ? "" : name, content),
                    file ->
                            new Recording.ExternalDecision(
                                    itemCode, documentNumber, decidedOn, file, verifiedOn));
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        } catch (Refusal refusal) {
            Map<String, String> typed =
                    Map.of(
                            "itemCode",
                            itemCode,
                            "documentNumber",
                            documentNumber,
                            "decidedOn",
                            decidedOn.toString(),
                            "verifiedOn",
                            verifiedOn.toString());
            return elsewhereForm(project, typed, refusal, locale, model);
        }
        return done(id, "steward.notice.recorded", next);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/console/projects/" + id;
    }
}

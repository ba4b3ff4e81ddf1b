package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.console.RefusalWords;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.Advising;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** 假设推演: the suppositions stand in the address, so that a page can be sent on and taken back. */
@Controller
class ConsoleWhatIf {

    private final Watching watching;
    private final Advising advising;
    private final Catalog catalog;
    private final MessageSource messages;
    private final RefusalWords refusals;
    private final Clock clock;

    ConsoleWhatIf(
            Watching watching,
            Advising advising,
            Catalog catalog,
            MessageSource messages,
            RefusalWords refusals,
            Clock clock) {
        this.watching = watching;
        this.advising = advising;
        this.catalog = catalog;
        this.messages = messages;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * The form and, once something is supposed, what follows.
     *
     * @param supposed what is supposed already
     * @param what to add: {@code SLIPS~<item>} with days, {@code ENDS~<item>}, {@code LAND_RIGHT}
     *     or {@code STARTS} with a day, {@code TAKES~<course>~<item>} or {@code LEAVES~…}
     */
    @GetMapping("/console/projects/{id}/what-if")
    String page(
            @PathVariable UUID id,
            @RequestParam(name = "s", required = false) @Nullable List<String> supposed,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(required = false) @Nullable String on,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        PlanSheet plan = plan(actor, id);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        List<String> all = new ArrayList<>(supposed == null ? List.of() : supposed);
        if (what != null && !what.isBlank()) {
            all.add(SupposedLine.text(what, days, on));
        }
        model.addAttribute("project", project);
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("plan", plan);
        model.addAttribute("supposed", all);
        model.addAttribute("lines", SupposedLine.all(id, all, words));
        model.addAttribute("alert", null);
        model.addAttribute("sheet", null);
        if (plan == null) {
            return "steward/what-if";
        }
        var choices =
                new WhatIfChoices(
                        plan,
                        catalog.projectType(project.region(), project.projectType()).orElse(null),
                        catalog.mergedItems(project.region()),
                        words);
        model.addAttribute("items", choices.items());
        model.addAttribute("days", choices.days());
        model.addAttribute("courses", choices.courses());
        if (!all.isEmpty()) {
            ask(actor, id, all, locale, model);
        }
        return "steward/what-if";
    }

    /** What is no supposition is told on the page, beside what was supposed. */
    private void ask(Actor actor, UUID id, List<String> all, Locale locale, Model model) {
        try {
            List<Advising.Supposed> suppositions = all.stream().map(SupposedLine::read).toList();
            model.addAttribute("sheet", advising.whatIf(actor, id, suppositions));
        } catch (Refusal refusal) {
            model.addAttribute("alert", refusals.of(refusal, locale));
        }
    }

    private @Nullable PlanSheet plan(Actor actor, UUID project) {
        try {
            return watching.plan(actor, project, null);
        } catch (Refusal none) {
            return null;
        }
    }
}

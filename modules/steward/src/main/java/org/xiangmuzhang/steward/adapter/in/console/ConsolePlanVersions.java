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
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.PlanComparing;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The versions of a plan: what moved between two of them and why, and the baseline. */
@Controller
@RequestMapping("/console/projects/{id}/plan")
class ConsolePlanVersions {

    /** Versions to choose from. */
    private static final int LISTED = 50;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PlanComparing comparing;
    private final Watching watching;
    private final Catalog catalog;
    private final MessageSource messages;

    ConsolePlanVersions(
            PlanComparing comparing, Watching watching, Catalog catalog, MessageSource messages) {
        this.comparing = comparing;
        this.watching = watching;
        this.catalog = catalog;
        this.messages = messages;
    }

    @GetMapping("/versions")
    String versions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        List<PlanComparing.Version> versions = comparing.versions(actor, id, null, LISTED);
        Map<String, String> choices = new LinkedHashMap<>();
        versions.forEach(
                version ->
                        choices.put(
                                Integer.toString(version.revision()),
                                words.say(
                                        "steward.versions.choice",
                                        version.revision(),
                                        MINUTE.format(version.at().atZone(WorkingDays.ZONE)))));
        model.addAttribute("project", project);
        model.addAttribute("words", words);
        model.addAttribute("versions", versions);
        model.addAttribute("choices", choices);
        model.addAttribute("difference", comparing.between(actor, id, from, to));
        model.addAttribute("mayDraw", actor.holder().equals(project.steward()));
        return "steward/versions";
    }

    @PostMapping("/baseline")
    @FormOn(page = "/console/projects/{id}/plan/versions", form = "baseline")
    String baseline(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        comparing.setBaseline(actor, id, ConsoleDecisions.seen(version), revision, reason);
        return ConsoleDecisions.done(id, "steward.notice.baseline", next);
    }
}

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
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.SeeingActs;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Letting a mandate cover less, and what was done under mandates. */
@Controller
@RequestMapping("/console/projects")
class ConsoleMandates {

    private static final int SIZE = 25;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Watching watching;
    private final Entrusting entrusting;
    private final SeeingActs acts;
    private final Catalog catalog;
    private final MessageSource messages;

    ConsoleMandates(
            Watching watching,
            Entrusting entrusting,
            SeeingActs acts,
            Catalog catalog,
            MessageSource messages) {
        this.watching = watching;
        this.entrusting = entrusting;
        this.acts = acts;
        this.catalog = catalog;
        this.messages = messages;
    }

    /** A line of the list; refused: the rule, or null when it was done. */
    record Line(
            String at,
            UUID project,
            String projectName,
            String act,
            String items,
            @Nullable UUID application,
            @Nullable String who,
            @Nullable String refused) {}

    @GetMapping("/acts")
    String acts(
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Cursor from = Cursor.parse(after, 1);
        List<SeeingActs.Act> found =
                acts.acts(actor, project, from == null ? null : from.id(0), SIZE + 1);
        List<SeeingActs.Act> page = found.subList(0, Math.min(found.size(), SIZE));
        var words = new ItemWords(catalog, actor.region(), messages, locale);
        model.addAttribute(
                "project", project == null ? null : watching.project(actor, project, null));
        model.addAttribute("lines", page.stream().map(act -> line(act, words)).toList());
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > SIZE ? Cursor.of(page.getLast().id()).text() : null);
        return "steward/acts";
    }

    private static Line line(SeeingActs.Act act, ItemWords words) {
        return new Line(
                MINUTE.format(act.at().atZone(WorkingDays.ZONE)),
                act.project(),
                act.projectName(),
                act.act(),
                act.items().stream().map(words::item).collect(Collectors.joining("、")),
                act.application(),
                act.personName(),
                act.refused());
    }

    @GetMapping("/{id}/mandates/{mandate}/narrowing")
    String narrowing(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        model.addAttribute("project", project);
        model.addAttribute(
                "mandate",
                project.mandates().stream()
                        .filter(known -> known.id().equals(mandate))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("mandate-unknown")));
        model.addAttribute("scope", ScopeChoices.of(catalog, project, words));
        return "steward/narrowing";
    }

    @PostMapping("/{id}/mandates/{mandate}/narrowing")
    @FormOn(page = "/console/projects/{id}/mandates/{mandate}/narrowing", form = "narrowing")
    String narrow(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestParam(required = false) @Nullable List<String> acts,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable List<String> stages,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        entrusting.narrow(
                actor,
                id,
                ConsoleDecisions.seen(version),
                mandate,
                ConsoleDecisions.scope(acts, from, until, stages, items),
                reason);
        return ConsoleDecisions.done(id, "steward.notice.narrowed", next);
    }
}

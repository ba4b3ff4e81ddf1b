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
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.Choosing;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.TeamSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The team of a project: who could carry it, who follows it, how, and the hand-over. */
@Controller
@RequestMapping("/console/projects/{id}")
class ConsoleTeam {

    private static final String PAGE = "/console/projects/{id}/team";

    private final Watching watching;
    private final Staffing staffing;
    private final Choosing choosing;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleTeam(
            Watching watching,
            Staffing staffing,
            Choosing choosing,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.staffing = staffing;
        this.choosing = choosing;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/team")
    String team(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        TeamSheet team = staffing.team(actor, id);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        boolean carries = actor.holder().equals(team.steward());
        boolean appoints =
                actor.role() == Role.LEADER
                        || actor.role() == Role.ADMINISTRATOR
                        || actor.role() == Role.STEWARD && (carries || team.steward() == null);
        model.addAttribute("project", project);
        model.addAttribute("team", team);
        model.addAttribute("words", itemNames(team, words));
        model.addAttribute("items", ScopeChoices.of(catalog, project, words).items());
        model.addAttribute("candidates", appoints ? choosing.candidates(actor, id) : List.of());
        model.addAttribute("leads", carries || actor.role() == Role.LEADER);
        model.addAttribute("kinds", named(Staffing.KINDS, "word.kind.", words));
        model.addAttribute("ways", named(Staffing.WAYS, "word.way.", words));
        model.addAttribute("parts", named(List.of("DEPUTY", "MEMBER"), "word.part.", words));
        model.addAttribute(
                "phases",
                named(List.of("SIGNED", "BUILDING", "PRODUCTION"), "word.phases.", words));
        model.addAttribute(
                "signs",
                team.handover() != null
                        && team.handover().signed() == null
                        && team.handover().to().equals(actor.person()));
        model.addAttribute("today", WorkingDays.today(clock));
        return "steward/team";
    }

    private static Map<String, String> itemNames(TeamSheet team, ItemWords words) {
        Map<String, String> names = new LinkedHashMap<>();
        team.members().forEach(one -> one.items().forEach(it -> names.put(it, words.item(it))));
        TeamSheet.Handover handover = team.handover();
        if (handover != null) {
            handover.obligations().forEach(one -> names.put(one.code(), words.item(one.code())));
        }
        return names;
    }

    private static Map<String, String> named(List<String> codes, String key, ItemWords words) {
        Map<String, String> named = new LinkedHashMap<>();
        codes.forEach(code -> named.put(code, words.say(key + code)));
        return named;
    }

    @PostMapping("/team")
    @FormOn(page = PAGE, form = "joining")
    String join(
            @PathVariable UUID id,
            @RequestParam String login,
            @RequestParam String part,
            @RequestParam(required = false) @Nullable List<String> phases,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam LocalDate on,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        staffing.join(
                actor,
                id,
                ConsoleDecisions.seen(version),
                new Staffing.Joining(
                        login,
                        part,
                        phases == null ? List.of() : phases,
                        items == null ? List.of() : items,
                        on));
        return done(id, "steward.notice.joined", next);
    }

    @PostMapping("/team/{person}/departure")
    @FormOn(page = PAGE, form = "departure")
    String leave(
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestParam LocalDate on,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        staffing.leave(actor, id, ConsoleDecisions.seen(version), person, on);
        return done(id, "steward.notice.left", next);
    }

    @PostMapping("/service")
    @FormOn(page = PAGE, form = "service")
    String serve(
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String way,
            @RequestParam(required = false) @Nullable String helper,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        staffing.serve(
                actor,
                id,
                ConsoleDecisions.seen(version),
                kind,
                way,
                helper == null || helper.isBlank() ? null : helper,
                reason);
        return done(id, "steward.notice.service", next);
    }

    @PostMapping("/handover/signature")
    @FormOn(page = PAGE, form = "signature")
    String sign(
            @PathVariable UUID id,
            @RequestParam UUID handover,
            @RequestParam int pack,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        staffing.sign(actor, id, ConsoleDecisions.seen(version), handover, pack);
        return done(id, "steward.notice.taken-over", next);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        ConsoleDecisions.done(id, notice, next);
        return "redirect:/console/projects/" + id + "/team";
    }
}

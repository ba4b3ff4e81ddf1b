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
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.KeepingDiary;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The diary of service of a project, and its end. */
@Controller
@RequestMapping("/console/projects/{id}")
class ConsoleDiary {

    private static final int SIZE = 25;
    private static final Set<Role> WRITERS =
            EnumSet.of(Role.STEWARD, Role.CLERK, Role.APPROVER, Role.HEAD, Role.LEADER);

    private final Watching watching;
    private final KeepingDiary diary;
    private final Closing closing;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleDiary(
            Watching watching,
            KeepingDiary diary,
            Closing closing,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.diary = diary;
        this.closing = closing;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/diary")
    String diary(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        Cursor from = Cursor.parse(after, 1);
        List<KeepingDiary.Entry> found =
                diary.diary(actor, id, null, from == null ? null : from.id(0), SIZE + 1);
        List<KeepingDiary.Entry> page = found.subList(0, Math.min(found.size(), SIZE));
        var words = new ItemWords(catalog, project.region(), messages, locale);
        Map<String, String> names = new LinkedHashMap<>();
        for (KeepingDiary.Entry entry : page) {
            if (entry.item() != null) {
                names.put(entry.item(), words.item(entry.item()));
            }
        }
        model.addAttribute("project", project);
        model.addAttribute("entries", page);
        model.addAttribute("words", names);
        model.addAttribute("kinds", named(KeepingDiary.KINDS, "word.kind.", words));
        model.addAttribute("places", named(KeepingDiary.PLACES, "word.place.", words));
        model.addAttribute("items", ScopeChoices.of(catalog, project, words).items());
        model.addAttribute("writes", WRITERS.contains(actor.role()));
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > SIZE ? Cursor.of(page.getLast().id()).text() : null);
        return "steward/diary";
    }

    private static Map<String, String> named(List<String> codes, String key, ItemWords words) {
        Map<String, String> named = new LinkedHashMap<>();
        codes.forEach(code -> named.put(code, words.say(key + code)));
        return named;
    }

    @PostMapping("/diary")
    @FormOn(page = "/console/projects/{id}/diary", form = "diary")
    String write(
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(defaultValue = "false") boolean condition,
            @RequestParam LocalDate on,
            @RequestParam String text,
            Actor actor,
            RedirectAttributes next) {
        diary.write(
                actor,
                id,
                new KeepingDiary.Note(
                        Ids.next(clock),
                        kind,
                        place,
                        item == null || item.isBlank() ? null : item,
                        condition,
                        on,
                        text));
        next.addFlashAttribute("notice", "steward.notice.written");
        return "redirect:/console/projects/" + id + "/diary";
    }

    @GetMapping("/closing")
    String closing(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        Closing.Prospect prospect = closing.prospect(actor, id);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> owed = new LinkedHashMap<>();
        prospect.open()
                .forEach(
                        one -> {
                            names.put(one.code(), words.item(one.code()));
                            if (one.kind().equals("OWED")) {
                                owed.put(one.code(), words.item(one.code()));
                            }
                        });
        model.addAttribute("project", project);
        model.addAttribute("prospect", prospect);
        model.addAttribute("words", names);
        model.addAttribute("owed", owed);
        model.addAttribute(
                "outcomes", named(List.of("FINISHED", "ABANDONED"), "word.ended.", words));
        model.addAttribute(
                "closes",
                prospect.closedOn() == null
                        && (actor.role() == Role.LEADER
                                || actor.holder().equals(project.steward())));
        return "steward/closing";
    }

    @PostMapping("/closing")
    @FormOn(page = "/console/projects/{id}/closing", form = "closing")
    String close(
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(required = false) @Nullable List<String> received,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        closing.close(
                actor,
                id,
                ConsoleDecisions.seen(version),
                outcome,
                received == null ? List.of() : received,
                reason);
        return ConsoleDecisions.done(id, "steward.notice.closed", next);
    }
}

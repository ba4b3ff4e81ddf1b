package org.xiangmuzhang.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What waits, why, and what an administrator can do about it. */
@Controller
@RequestMapping(ConsoleParkedEvents.HERE)
class ConsoleParkedEvents {

    static final String HERE = "/console/operations/parked-events";

    private final LookingAfterParkedEvents parked;
    private final People people;

    ConsoleParkedEvents(LookingAfterParkedEvents parked, People people) {
        this.parked = parked;
        this.people = people;
    }

    @Bean
    static MenuEntry parkedEventsMenu() {
        return new MenuEntry(
                HERE, "operations.parked", 90, Set.of(Role.ADMINISTRATOR, Role.AUDITOR));
    }

    @GetMapping
    String waiting(
            @RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        model.addAttribute("page", parked.waiting(actor, Cursor.parse(after, 1), Page.USUAL));
        model.addAttribute("after", after);
        model.addAttribute("zone", WorkingDays.ZONE);
        model.addAttribute("mayAct", actor.role() == Role.ADMINISTRATOR);
        return "operations/parked-events";
    }

    @GetMapping("/acts")
    String acts(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Page<LookingAfterParkedEvents.Done> page =
                parked.done(actor, Cursor.idOf(after), Page.USUAL);
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("zone", WorkingDays.ZONE);
        model.addAttribute(
                "names",
                people.names(
                        page.items().stream()
                                .map(done -> done.act().person())
                                .collect(Collectors.toSet()),
                        actor,
                        Occasion.LIST));
        return "operations/parked-acts";
    }

    @PostMapping("/retry")
    @FormOn(page = HERE, form = "parked")
    String retry(
            @RequestParam String consumer,
            @RequestParam UUID subject,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        int handled = parked.retry(actor, consumer, subject, reason);
        return done(handled > 0 ? "operations.parked.retried" : "operations.parked.failed", next);
    }

    @PostMapping("/pass-over")
    @FormOn(page = HERE, form = "parked")
    String passOver(
            @RequestParam String consumer,
            @RequestParam long position,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        parked.passOver(actor, consumer, position, reason);
        return done("operations.parked.passed", next);
    }

    private static String done(String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:" + HERE;
    }
}

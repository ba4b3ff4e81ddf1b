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
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.Set;
import java.util.UUID;

/** What waits, why, and what an administrator can do about it. */
@Controller
@RequestMapping(ConsoleParkedEvents.HERE)
class ConsoleParkedEvents {

    static final String HERE = "/console/operations/parked-events";

    private final LookingAfterParkedEvents parked;

    ConsoleParkedEvents(LookingAfterParkedEvents parked) {
        this.parked = parked;
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

    @PostMapping("/retry")
    @FormOn(page = HERE, form = "parked")
    String retry(
            @RequestParam String consumer,
            @RequestParam UUID subject,
            Actor actor,
            RedirectAttributes next) {
        int handled = parked.retry(actor, consumer, subject);
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

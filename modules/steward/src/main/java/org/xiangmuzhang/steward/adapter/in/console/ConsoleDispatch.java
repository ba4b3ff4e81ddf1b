package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.port.in.Dispatching;
import org.xiangmuzhang.steward.port.in.Ticketing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** 每周调度 on the screen: the meeting is run from its page, by keys alone where there is a script. */
@Controller
@RequestMapping("/console/projects/dispatches")
class ConsoleDispatch {

    private static final Set<Role> READERS =
            Set.of(
                    Role.LEADER,
                    Role.SUPERVISOR,
                    Role.AUDITOR,
                    Role.HEAD,
                    Role.APPROVER,
                    Role.STEWARD);

    private final Dispatching dispatching;
    private final Ticketing ticketing;
    private final Clock clock;

    ConsoleDispatch(Dispatching dispatching, Ticketing ticketing, Clock clock) {
        this.dispatching = dispatching;
        this.ticketing = ticketing;
        this.clock = clock;
    }

    @Bean
    static MenuEntry dispatchMenu() {
        return new MenuEntry("/console/projects/dispatches", "steward.menu.dispatch", 14, READERS);
    }

    @GetMapping
    String meetings(
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Cursor from = Cursor.parse(after, 2);
        Page<Dispatching.Sheet> page =
                Page.of(
                        dispatching.list(
                                actor,
                                from == null ? null : from.date(0),
                                from == null ? null : from.id(1),
                                Page.USUAL + 1,
                                locale),
                        Page.USUAL,
                        sheet -> Cursor.of(sheet.week(), sheet.id()));
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("agenda", dispatching.agenda(actor, locale));
        model.addAttribute("mayOpen", actor.role() == Role.LEADER);
        model.addAttribute(
                "running",
                page.items().stream()
                        .filter(one -> one.closedAt() == null)
                        .filter(one -> one.region().equals(actor.region()))
                        .findFirst()
                        .orElse(null));
        return "steward/dispatches";
    }

    @PostMapping
    @FormOn(page = "/console/projects/dispatches", form = "opening")
    String open(Actor actor, RedirectAttributes next) {
        UUID id = dispatching.open(actor, Ids.next(clock));
        return to(id, "steward.notice.dispatch-opened", next);
    }

    @GetMapping("/{dispatch}")
    String meeting(
            @PathVariable UUID dispatch,
            @RequestParam(required = false) @Nullable UUID line,
            Actor actor,
            Locale locale,
            Model model) {
        Dispatching.Sheet sheet = dispatching.meeting(actor, dispatch, locale);
        model.addAttribute("meeting", sheet);
        model.addAttribute("chosen", line);
        model.addAttribute(
                "next",
                sheet.lines().stream()
                        .filter(one -> one.outcome().equals("OPEN"))
                        .map(Dispatching.Item::id)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "treated",
                sheet.lines().stream().filter(one -> !one.outcome().equals("OPEN")).count());
        model.addAttribute("units", ticketing.units(sheet.region(), locale));
        return "steward/dispatch";
    }

    @GetMapping("/{dispatch}/minutes")
    String minutes(@PathVariable UUID dispatch, Actor actor, Locale locale, Model model) {
        model.addAttribute("meeting", dispatching.meeting(actor, dispatch, locale));
        model.addAttribute("zone", WorkingDays.ZONE);
        return "steward/minutes";
    }

    @PostMapping("/{dispatch}/lines/{line}")
    @FormOn(page = "/console/projects/dispatches/{dispatch}", form = "minute", keep = "line")
    String treat(
            @PathVariable UUID dispatch,
            @PathVariable UUID line,
            @RequestParam Dispatching.Treatment treatment,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        dispatching.treat(
                actor,
                dispatch,
                line,
                ConsoleDecisions.seen(version),
                new Dispatching.Minute(
                        treatment,
                        text,
                        department == null || department.isBlank() ? null : department,
                        null,
                        due));
        return to(dispatch, "steward.notice.dispatch-" + treatment, next);
    }

    @PostMapping("/{dispatch}/closing")
    @FormOn(page = "/console/projects/dispatches/{dispatch}", form = "closing")
    String close(
            @PathVariable UUID dispatch,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        dispatching.close(actor, dispatch, ConsoleDecisions.seen(version));
        to(dispatch, "steward.notice.dispatch-closed", next);
        return "redirect:/console/projects/dispatches/{dispatch}/minutes";
    }

    private static String to(UUID dispatch, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("dispatch", dispatch);
        return "redirect:/console/projects/dispatches/{dispatch}";
    }
}

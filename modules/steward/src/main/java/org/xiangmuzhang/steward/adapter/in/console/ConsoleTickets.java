package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** 工单 on the screen: the list, one ticket with its story, and the whistle. */
@Controller
@RequestMapping("/console/projects/tickets")
class ConsoleTickets {

    static final Set<Role> RAISERS =
            EnumSet.of(Role.STEWARD, Role.APPLICANT, Role.APPROVER, Role.HEAD, Role.LEADER);

    private static final Set<Role> READERS =
            EnumSet.of(
                    Role.STEWARD,
                    Role.APPLICANT,
                    Role.CLERK,
                    Role.APPROVER,
                    Role.HEAD,
                    Role.SUPERVISOR,
                    Role.LEADER,
                    Role.AUDITOR);

    private final Ticketing ticketing;
    private final Watching watching;
    private final Proofs proofs;
    private final Clock clock;

    ConsoleTickets(Ticketing ticketing, Watching watching, Proofs proofs, Clock clock) {
        this.ticketing = ticketing;
        this.watching = watching;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Bean
    static MenuEntry ticketsMenu() {
        return new MenuEntry("/console/projects/tickets", "steward.menu.tickets", 12, READERS);
    }

    @GetMapping
    String tickets(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable Region level,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Cursor from = Cursor.parse(after, 2);
        Page<Ticketing.Sheet> page =
                Page.of(
                        ticketing.list(
                                actor,
                                new Ticketing.Filter(
                                        show.equals("mine"),
                                        show.equals("unit"),
                                        show.equals("overdue"),
                                        show.equals("closed"),
                                        show.equals("level") ? actor.region() : level,
                                        project,
                                        from == null ? null : from.date(0),
                                        from == null ? null : from.id(1),
                                        Page.USUAL + 1),
                                locale),
                        Page.USUAL,
                        sheet -> Cursor.of(sheet.due(), sheet.id()));
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("show", show);
        model.addAttribute("project", project);
        model.addAttribute("tabs", tabs(actor));
        model.addAttribute("mayRaise", RAISERS.contains(actor.role()));
        return "steward/tickets";
    }

    private static List<String> tabs(Actor actor) {
        return actor.department() == null
                ? List.of("", "mine", "overdue", "level", "closed")
                : List.of("", "unit", "mine", "overdue", "level", "closed");
    }

    @GetMapping("/new")
    String whistle(
            @RequestParam(required = false) @Nullable UUID project,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet of = project == null ? null : watching.project(actor, project, null);
        Region place = of == null ? actor.region() : of.region();
        model.addAttribute("of", of);
        model.addAttribute("units", ticketing.units(place, locale));
        model.addAttribute("due", ticketing.usualDue(place));
        return "steward/ticket-new";
    }

    @PostMapping
    @FormOn(page = "/console/projects/tickets/new", form = "whistle", keep = "project")
    String raise(
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam String text,
            @RequestParam String department,
            @RequestParam(required = false) @Nullable LocalDate due,
            Actor actor,
            RedirectAttributes next) {
        UUID id =
                ticketing.raise(
                        actor,
                        new Ticketing.Problem(
                                Ids.next(clock), project, null, text, department, null, due));
        next.addFlashAttribute("notice", "steward.notice.ticket-raised");
        next.addAttribute("ticket", id);
        return "redirect:/console/projects/tickets/{ticket}";
    }

    @GetMapping("/{ticket}")
    String ticket(@PathVariable UUID ticket, Actor actor, Locale locale, Model model) {
        model.addAttribute("ticket", ticketing.ticket(actor, ticket, locale));
        model.addAttribute("zone", WorkingDays.ZONE);
        return "steward/ticket";
    }

    @PostMapping("/{ticket}/acts")
    @FormOn(page = "/console/projects/tickets/{ticket}", form = "act", fields = "file=proof")
    String act(
            @PathVariable UUID ticket,
            @RequestParam Ticketing.Step step,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam long version,
            Actor actor,
            Locale locale,
            RedirectAttributes next) {
        Ticketing.Sheet sheet = ticketing.ticket(actor, ticket, locale);
        UUID file = proofs.given(sheet.region(), actor, "proof", proof, kept);
        ticketing.act(
                actor,
                ticket,
                ConsoleDecisions.seen(version),
                new Ticketing.Act(step, text, file, due));
        next.addFlashAttribute("notice", "steward.notice.ticket-" + step);
        next.addAttribute("ticket", ticket);
        return "redirect:/console/projects/tickets/{ticket}";
    }

    @GetMapping("/{ticket}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID ticket, @PathVariable UUID file, Actor actor) {
        return Downloads.of(ticketing.paper(actor, ticket, file));
    }
}

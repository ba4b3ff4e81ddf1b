package org.xiangmuzhang.parties.agents;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of enterprises: the list, and one with its names and agents. */
@Controller
@RequestMapping(ConsoleEnterprises.HERE)
class ConsoleEnterprises {

    static final String HERE = "/console/parties/enterprises";

    private static final String NEW = HERE + "/new";
    private static final String ONE = HERE + "/{enterprise}";

    private final Representing representing;
    private final People people;
    private final Remarks remarks;
    private final Clock clock;

    ConsoleEnterprises(Representing representing, People people, Remarks remarks, Clock clock) {
        this.representing = representing;
        this.people = people;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Bean
    static MenuEntry enterprisesMenu() {
        return new MenuEntry(
                HERE,
                "parties.enterprises",
                71,
                Set.of(
                        Role.ADMINISTRATOR,
                        Role.SECURITY_ADMINISTRATOR,
                        Role.AUDITOR,
                        Role.APPLICANT));
    }

    @Bean
    static MenuEntry registeringMenu() {
        return new MenuEntry(NEW, "parties.registering", 72, Set.of(Role.CLERK));
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        SocialCreditCode asked =
                code == null || code.isBlank() ? null : new SocialCreditCode(code.strip());
        Page<Enterprise> page =
                Page.of(
                        representing.all(actor, asked, Cursor.idOf(after), Page.USUAL),
                        Page.USUAL,
                        enterprise -> Cursor.of(enterprise.id()));
        model.addAttribute("page", page);
        model.addAttribute("code", code);
        model.addAttribute("after", after);
        model.addAttribute("seeks", actor.role() != Role.APPLICANT);
        model.addAttribute("mayRegister", actor.role() == Role.ADMINISTRATOR);
        return "parties/enterprises";
    }

    @GetMapping("/new")
    String registering(Actor actor, Model model) {
        Representing.mustRegister(actor);
        model.addAttribute("region", actor.region().code());
        model.addAttribute("everywhere", actor.role() == Role.ADMINISTRATOR);
        return "parties/registering";
    }

    /** Leads back to the form, which shows the one that stands now. */
    @PostMapping
    @FormOn(page = NEW, form = "enterprise")
    String register(
            @RequestParam String socialCreditCode,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        Representing.Registered registered =
                representing.register(
                        actor,
                        SocialCreditCode.of(socialCreditCode),
                        name,
                        region == null || region.isBlank() ? null : new Region(region.strip()),
                        reason);
        Enterprise enterprise = registered.enterprise();
        next.addFlashAttribute(
                "notice",
                registered.isNew() ? "parties.registering.done" : "parties.registering.known");
        next.addFlashAttribute("standing", enterprise.id().toString());
        next.addFlashAttribute("standingName", enterprise.name());
        next.addFlashAttribute("standingCode", enterprise.code().value());
        return "redirect:" + NEW;
    }

    /** The address of one that was merged leads to the one it was merged into. */
    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model, RedirectAttributes next) {
        Representing.Sheet sheet = representing.one(actor, id);
        if (!sheet.enterprise().id().equals(id)) {
            next.addAttribute("enterprise", sheet.enterprise().id());
            return "redirect:" + ONE;
        }
        model.addAttribute("enterprise", sheet.enterprise());
        model.addAttribute("former", sheet.former());
        model.addAttribute("merged", sheet.merged());
        model.addAttribute("agents", sheet.agents());
        model.addAttribute(
                "names",
                people.names(
                        Stream.concat(
                                        sheet.agents().stream().map(Post::person),
                                        sheet.former().stream().map(FormerName::changedBy))
                                .collect(Collectors.toSet()),
                        actor,
                        Occasion.MATTER));
        model.addAttribute(
                "reasons", remarks.texts(sheet.former().stream().map(FormerName::reason).toList()));
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("zone", WorkingDays.ZONE);
        model.addAttribute("mayRename", actor.role() == Role.ADMINISTRATOR);
        model.addAttribute("mayLetIn", actor.role() == Role.APPLICANT);
        return "parties/enterprise";
    }

    @PostMapping("/{id}/name")
    @FormOn(page = HERE + "/{id}", form = "name")
    String rename(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        representing.rename(actor, id, name, reason);
        return done("parties.enterprise.renamed", id, next);
    }

    @PostMapping("/{enterprise}/agents")
    @FormOn(page = ONE, form = "agent")
    String letIn(
            @PathVariable UUID enterprise,
            @RequestParam String login,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        representing.letIn(
                actor,
                login.strip(),
                name == null || name.isBlank() ? null : name.strip(),
                from,
                to,
                reason);
        return done("parties.agent.in", enterprise, next);
    }

    @PostMapping("/{enterprise}/agents/{post}/withdrawal")
    @FormOn(page = ONE, form = "leaving")
    String letOut(
            @PathVariable UUID enterprise,
            @PathVariable UUID post,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        representing.letOut(actor, post, reason);
        return done("parties.agent.out", enterprise, next);
    }

    private static String done(String notice, UUID enterprise, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("enterprise", enterprise);
        return "redirect:" + ONE;
    }
}

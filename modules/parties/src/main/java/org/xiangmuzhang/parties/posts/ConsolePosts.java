package org.xiangmuzhang.parties.posts;

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
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the three administrators: people, one person's posts, and the record. */
@Controller
@RequestMapping(ConsolePosts.HERE)
class ConsolePosts {

    static final String HERE = "/console/parties";

    private static final String PERSON = HERE + "/people/{person}";
    private static final int SHOWN = 20;

    private final Appointing appointing;
    private final People people;
    private final Remarks remarks;
    private final PostWords words;
    private final Clock clock;

    ConsolePosts(
            Appointing appointing, People people, Remarks remarks, PostWords words, Clock clock) {
        this.appointing = appointing;
        this.people = people;
        this.remarks = remarks;
        this.words = words;
        this.clock = clock;
    }

    /** A post in words. */
    record Words(UUID id, UUID person, String text, LocalDate from, @Nullable LocalDate to) {}

    /**
     * A post as the page shows it.
     *
     * @param open whether it counts today or will
     */
    record Line(Words words, Held.State state, boolean open) {}

    /** Somebody in the list. */
    record Row(UUID id, String login, String name, List<Words> posts) {}

    /** Something that waits for a second person. */
    record Waits(Words words, UUID proposedBy, boolean own) {}

    @Bean
    static MenuEntry peopleMenu() {
        return new MenuEntry(
                HERE + "/people",
                "parties.people",
                70,
                Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR));
    }

    @Bean
    static MenuEntry recordMenu() {
        return new MenuEntry(
                HERE + "/record",
                "parties.record",
                72,
                Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR));
    }

    @GetMapping("/people")
    String people(
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String hall,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String waitingAfter,
            Actor actor,
            Locale locale,
            Model model) {
        String place = typed(region);
        Sought sought =
                new Sought(
                        role,
                        place == null ? null : new Region(place),
                        typed(department),
                        typed(hall));
        String one = typed(login);
        Page<Appointing.Holder> found =
                one != null
                        ? new Page<>(appointing.byLogin(actor, one), null)
                        : Page.of(
                                appointing.holders(actor, sought, Cursor.idOf(after), Page.USUAL),
                                Page.USUAL,
                                holder -> Cursor.of(holder.person().id()));
        Page<Proposal> waits =
                Page.of(
                        appointing.waiting(actor, Cursor.idOf(waitingAfter), SHOWN),
                        SHOWN,
                        proposal -> Cursor.of(proposal.id()));
        List<Proposal> waiting = waits.items();
        Map<UUID, String> names =
                people.names(
                        found.items().stream().map(holder -> holder.person().id()).toList(),
                        actor,
                        Occasion.LIST);
        model.addAttribute(
                "page",
                found.map(
                        holder ->
                                new Row(
                                        holder.person().id(),
                                        holder.person().login(),
                                        names.getOrDefault(holder.person().id(), ""),
                                        holder.held().stream()
                                                .map(held -> words(held.post(), locale))
                                                .toList())));
        model.addAttribute("waiting", waits(waiting, actor, locale));
        model.addAttribute("waitingAfter", waitingAfter);
        model.addAttribute("waitingNext", waits.next());
        model.addAttribute(
                "names",
                people.names(
                        waiting.stream().map(it -> it.post().person()).toList(),
                        actor,
                        Occasion.LIST));
        model.addAttribute("roles", words.roles(locale));
        model.addAttribute("sought", sought);
        model.addAttribute("login", one);
        model.addAttribute("after", after);
        model.addAttribute("mayPropose", actor.role() == Role.ADMINISTRATOR);
        return "parties/people";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        Appointing.Holder holder = appointing.one(actor, id);
        LocalDate today = WorkingDays.today(clock);
        List<Proposal> waiting =
                appointing.proposalsFor(actor, id).stream()
                        .filter(it -> it.state() == Proposal.State.PROPOSED)
                        .toList();
        List<Act> acts = appointing.acts(actor, id, null, SHOWN);
        model.addAttribute("person", holder.person());
        model.addAttribute("active", people.isActive(id));
        model.addAttribute(
                "posts",
                holder.held().stream()
                        .map(
                                held ->
                                        new Line(
                                                words(held.post(), locale),
                                                held.state(today),
                                                held.isOpen(today)))
                        .toList());
        model.addAttribute("waiting", waits(waiting, actor, locale));
        model.addAttribute("facts", Map.of("person", id, "actor", actor));
        model.addAttribute("today", today);
        model.addAttribute("mayPropose", actor.role() == Role.ADMINISTRATOR);
        model.addAttribute("mayConfirm", actor.role() == Role.SECURITY_ADMINISTRATOR);
        model.addAttribute("mayEnd", actor.role() != Role.AUDITOR);
        model.addAttribute("roles", words.roles(locale));
        model.addAttribute(
                "name", people.names(List.of(id), actor, Occasion.LIST).getOrDefault(id, ""));
        addActs(acts, actor, model);
        return "parties/person";
    }

    @GetMapping("/proposals/new")
    String proposing(
            @RequestParam(required = false) @Nullable String login,
            Actor actor,
            Locale locale,
            Model model) {
        actor.mustBe(Role.ADMINISTRATOR);
        model.addAttribute("login", login);
        model.addAttribute("place", actor.region());
        model.addAttribute("roles", words.roles(locale));
        model.addAttribute("today", WorkingDays.today(clock));
        return "parties/proposing";
    }

    @GetMapping("/record")
    String acts(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Page<Act> page =
                Page.of(
                        appointing.acts(actor, null, Cursor.idOf(after), Page.USUAL),
                        Page.USUAL,
                        act -> Cursor.of(act.id()));
        addActs(page.items(), actor, model);
        model.addAttribute("next", page.next());
        model.addAttribute("after", after);
        return "parties/record";
    }

    @PostMapping("/proposals")
    @FormOn(page = HERE + "/proposals/new", form = "proposal", keep = "login")
    String propose(
            @RequestParam String login,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam Role role,
            @RequestParam Region region,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String hall,
            @RequestParam(required = false) @Nullable String window,
            @RequestParam(required = false) @Nullable String enterprise,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        String code = typed(enterprise);
        Proposal proposal =
                appointing.propose(
                        actor,
                        new Appointing.Wanted(
                                login.strip(),
                                typed(name),
                                role,
                                region,
                                typed(department),
                                typed(hall),
                                typed(window),
                                code == null ? null : new SocialCreditCode(code),
                                from,
                                to),
                        reason);
        return done("parties.proposed", proposal.post().person(), next);
    }

    @PostMapping("/proposals/{id}/decision")
    @FormOn(page = PERSON, form = "decision")
    String decide(
            @PathVariable UUID id,
            @RequestParam UUID person,
            @RequestParam Proposal.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        appointing.decide(actor, id, outcome, reason);
        return done("parties.decided." + outcome, person, next);
    }

    @PostMapping("/posts/{id}/end")
    @FormOn(page = PERSON, form = "end")
    String end(
            @PathVariable UUID id,
            @RequestParam UUID person,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        appointing.end(actor, id, lastDay, reason);
        return done("parties.ended", person, next);
    }

    @PostMapping("/posts/{id}/withdrawal")
    @FormOn(page = PERSON, form = "end")
    String takeAway(
            @PathVariable UUID id,
            @RequestParam UUID person,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        appointing.takeAway(actor, id, reason);
        return done("parties.taken-away", person, next);
    }

    private static String done(String notice, UUID person, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("person", person);
        return "redirect:" + PERSON;
    }

    private void addActs(List<Act> acts, Actor actor, Model model) {
        model.addAttribute("acts", acts);
        model.addAttribute(
                "names",
                people.names(
                        acts.stream()
                                .flatMap(act -> Stream.of(act.person(), act.by()))
                                .collect(Collectors.toSet()),
                        actor,
                        Occasion.LIST));
        model.addAttribute("reasons", remarks.texts(acts.stream().map(Act::reason).toList()));
        model.addAttribute("zone", WorkingDays.ZONE);
    }

    private List<Waits> waits(List<Proposal> proposals, Actor actor, Locale locale) {
        return proposals.stream()
                .map(
                        it ->
                                new Waits(
                                        words(it.post(), locale),
                                        it.proposedBy(),
                                        it.proposedBy().equals(actor.person())))
                .toList();
    }

    private Words words(Post post, Locale locale) {
        return new Words(post.id(), post.person(), words.of(post, locale), post.from(), post.to());
    }

    /** An empty field says nothing. */
    private static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

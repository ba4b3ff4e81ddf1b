package org.xiangmuzhang.privacy;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.privacy.ErasingPeople.Ground;
import org.xiangmuzhang.privacy.SeeingPeople.Seen;
import org.xiangmuzhang.privacy.WhatIsKept.Kept;
import org.xiangmuzhang.privacy.WhatIsKept.Overview;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** My own data, other people's masked and in full, and who looked at whom. */
@Controller
@RequestMapping(ConsolePeople.HERE)
class ConsolePeople {

    static final String HERE = "/console/privacy";

    private static final String PERSON = HERE + "/people/{id}";
    private static final Set<Role> LOOKING =
            Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);
    private static final int VIEWS = 50;

    private final SeeingPeople seeing;
    private final KnownPeople known;
    private final WhatIsKept kept;
    private final ErasingPeople erasing;
    private final ChangingPhones phones;
    private final CorrectingNames names;
    private final JsonMapper json;

    ConsolePeople(
            SeeingPeople seeing,
            KnownPeople known,
            WhatIsKept kept,
            ErasingPeople erasing,
            ChangingPhones phones,
            CorrectingNames names,
            JsonMapper json) {
        this.seeing = seeing;
        this.known = known;
        this.kept = kept;
        this.erasing = erasing;
        this.phones = phones;
        this.names = names;
        this.json = json;
    }

    @Bean
    static MenuEntry ownDataMenu() {
        return new MenuEntry(HERE + "/me", "privacy.me", 97, Set.of());
    }

    @Bean
    static MenuEntry personMenu() {
        return new MenuEntry(HERE + "/people", "privacy.people", 84, LOOKING);
    }

    @Bean
    static MenuEntry fullViewsMenu() {
        return new MenuEntry(HERE + "/full-views", "privacy.views", 85, Set.of(Role.AUDITOR));
    }

    @GetMapping("/me")
    String me(Actor actor, Model model) {
        Overview mine = kept.overview(actor, VIEWS);
        model.addAttribute("kept", mine);
        model.addAttribute("views", mine.views());
        model.addAttribute("zone", WorkingDays.ZONE);
        return "privacy/me";
    }

    @PostMapping("/me/phone")
    @FormOn(page = HERE + "/me", form = "phone")
    String ownPhone(
            @RequestParam(required = false) @Nullable String phone,
            Actor actor,
            RedirectAttributes next) {
        phones.own(actor, typed(phone));
        next.addFlashAttribute("notice", "privacy.phone.changed");
        return "redirect:" + HERE + "/me";
    }

    @PostMapping("/people/{id}/phone")
    @FormOn(page = PERSON, form = "phone")
    String phone(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        phones.of(actor, id, typed(phone), reason);
        next.addFlashAttribute("notice", "privacy.phone.changed");
        next.addAttribute("id", id);
        return "redirect:" + PERSON;
    }

    @PostMapping("/people/{id}/name")
    @FormOn(page = PERSON, form = "name")
    String name(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        names.of(actor, id, name, reason);
        next.addFlashAttribute("notice", "privacy.name.corrected");
        next.addAttribute("id", id);
        return "redirect:" + PERSON;
    }

    /** An empty field takes the phone away. */
    private static @Nullable String typed(@Nullable String phone) {
        return phone == null || phone.isBlank() ? null : phone.strip();
    }

    @GetMapping("/me/export")
    void export(Actor actor, HttpServletResponse answer) throws IOException {
        send(kept.own(actor), answer);
    }

    @GetMapping("/people")
    String search(Actor actor) {
        actor.mustBe(LOOKING.toArray(Role[]::new));
        return "privacy/people";
    }

    /** Posted, so that no address and no log of a proxy tells whom somebody looked for. */
    @PostMapping("/people")
    @FormOn(page = HERE + "/people", form = "search")
    String found(@RequestParam String login, Actor actor, RedirectAttributes next) {
        actor.mustBe(LOOKING.toArray(Role[]::new));
        next.addAttribute("id", known.byLogin(actor, login));
        return "redirect:" + PERSON;
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable UUID id, Actor actor, Model model) {
        return shown(seeing.masked(actor, id), actor, model);
    }

    /** Shown in answer to the form, at no address of its own. */
    @PostMapping("/people/{id}/full-views")
    @FormOn(page = PERSON, form = "view")
    String inFull(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Model model) {
        return shown(seeing.inFull(actor, id, reason), actor, model);
    }

    private static String shown(Seen seen, Actor actor, Model model) {
        boolean other = !seen.id().equals(actor.person());
        model.addAttribute("seen", seen);
        model.addAttribute(
                "mayErase", other && !seen.erased() && actor.role() == Role.ADMINISTRATOR);
        model.addAttribute("grounds", List.of(Ground.values()));
        return "privacy/person";
    }

    @PostMapping("/people/{id}/export")
    @FormOn(page = PERSON, form = "export")
    void handOut(
            @PathVariable UUID id,
            @RequestParam String reason,
            Actor actor,
            HttpServletResponse answer)
            throws IOException {
        send(kept.handedOut(actor, id, reason), answer);
    }

    @PostMapping("/people/{id}/erasure")
    @FormOn(page = PERSON, form = "erasure")
    String erase(
            @PathVariable UUID id,
            @RequestParam Ground ground,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        erasing.erase(actor, id, ground, reason);
        next.addFlashAttribute("notice", "privacy.erased");
        next.addAttribute("id", id);
        return "redirect:" + PERSON;
    }

    @GetMapping("/full-views")
    String views(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        model.addAttribute("page", seeing.all(actor, Cursor.parse(after, 1), Page.USUAL));
        model.addAttribute("after", after);
        model.addAttribute("zone", WorkingDays.ZONE);
        return "privacy/full-views";
    }

    /** As it is read, so that a long life fills no memory. */
    private void send(Kept all, HttpServletResponse answer) throws IOException {
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("my-data.json").build().toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        json.writerWithDefaultPrettyPrinter().writeValue(answer.getOutputStream(), all);
    }
}

package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

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
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.Set;
import java.util.UUID;

/** The page on which everybody sees where one is signed in. */
@Controller
@RequestMapping("/console/signin")
class ConsoleSessions {

    private static final String HERE = "/console/signin/sessions";
    private static final String PERSON = "/console/parties/people/{person}";

    private final SigningOut signingOut;
    private final PastSignIns past;
    private final Callers callers;

    ConsoleSessions(SigningOut signingOut, PastSignIns past, Callers callers) {
        this.signingOut = signingOut;
        this.past = past;
        this.callers = callers;
    }

    @Bean
    static MenuEntry sessionsMenu() {
        return new MenuEntry(HERE, "signin.sessions", 98, Set.of());
    }

    @GetMapping("/sessions")
    String own(
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpSession session,
            Model model) {
        Person person = callers.of(request).person();
        Cursor cursor = Cursor.parse(after, 1);
        Page<PastSignIn> page =
                Page.of(
                        past.of(person.id(), cursor == null ? null : cursor.id(0), Page.USUAL),
                        Page.USUAL,
                        one -> Cursor.of(one.id()));
        model.addAttribute("sessions", signingOut.of(person, session.getId()));
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("zone", WorkingDays.ZONE);
        return "signin/sessions";
    }

    @PostMapping("/sessions/{id}/end")
    @FormOn(page = HERE, form = "sessions")
    String end(@PathVariable String id, HttpServletRequest request, RedirectAttributes next) {
        signingOut.end(callers.of(request).person(), id);
        next.addFlashAttribute("notice", "signin.sessions.ended");
        return "redirect:" + HERE;
    }

    @PostMapping("/sessions/end")
    @FormOn(page = HERE, form = "sessions")
    String endOthers(HttpServletRequest request, HttpSession session, RedirectAttributes next) {
        signingOut.endOthers(callers.of(request).person(), session.getId());
        next.addFlashAttribute("notice", "signin.sessions.others-ended");
        return "redirect:" + HERE;
    }

    @PostMapping("/people/{person}/sessions/end")
    @FormOn(page = PERSON, form = "sessions")
    String endAllOf(
            @PathVariable UUID person,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        signingOut.endAll(actor, person, reason);
        next.addFlashAttribute("notice", "signin.sessions.all-ended");
        next.addAttribute("person", person);
        return "redirect:" + PERSON;
    }
}

package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.Locale;
import java.util.UUID;

/**
 * Giving secrets that work once and setting a password with one. A secret is shown in the answer to
 * the form itself and nowhere else: no redirect, no interface for programs, so that no session and
 * no kept answer holds it. Nothing that was typed is shown again.
 */
@Controller
@ConditionalOnBooleanProperty("xiangmuzhang.signin.in-application")
class FirstSecretPages {

    static final String HERE = "/sign-in/first";

    private static final String PERSON = "/console/parties/people/{person}";

    private final FirstSecrets secrets;
    private final PastSignIns past;
    private final MessageSource messages;

    FirstSecretPages(FirstSecrets secrets, PastSignIns past, MessageSource messages) {
        this.secrets = secrets;
        this.past = past;
        this.messages = messages;
    }

    @PostMapping("/console/signin/people/{person}/secret")
    @FormOn(page = PERSON, form = "secret")
    String give(
            @PathVariable UUID person,
            @RequestParam String reason,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return shown(secrets.give(actor, person, reason), response, model);
    }

    @PostMapping("/console/signin/people/{person}/password-reset")
    @FormOn(page = PERSON, form = "secret")
    String reset(
            @PathVariable UUID person,
            @RequestParam String reason,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return shown(secrets.reset(actor, person, reason), response, model);
    }

    private static String shown(
            FirstSecrets.Given given, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("person", given.person());
        model.addAttribute("secret", given.secret());
        model.addAttribute("until", given.until().atZone(WorkingDays.ZONE));
        return "signin/secret";
    }

    @GetMapping(HERE)
    String form() {
        return "signin/first";
    }

    @PostMapping(HERE)
    String set(
            @RequestParam String username,
            @RequestParam String secret,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            secrets.redeem(username, secret, password, again);
        } catch (Refusal refusal) {
            response.setStatus(422);
            model.addAttribute(
                    "sentence",
                    messages.getMessage(
                            "problem." + refusal.rule(), refusal.arguments().toArray(), locale));
            return "signin/first";
        }
        past.note(username.strip(), PastSignIn.Outcome.PASSWORD_SET, request);
        model.addAttribute("done", true);
        return "signin/first";
    }
}

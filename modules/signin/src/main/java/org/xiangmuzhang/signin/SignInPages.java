package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.kernel.Refusal;

import java.util.UUID;

/** Signing in, going on to where one wanted to go, and choosing the post to act in. */
@Controller
class SignInPages {

    private final Callers callers;
    private final boolean inApplication;
    private final boolean demo;

    SignInPages(
            Callers callers,
            @Value("${xiangmuzhang.signin.in-application}") boolean inApplication,
            @Value("${xiangmuzhang.demo}") boolean demo) {
        this.callers = callers;
        this.inApplication = inApplication;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("inApplication", inApplication);
        model.addAttribute("demo", demo && inApplication);
        model.addAttribute("demoPassword", DemoUsers.PASSWORD);
        return "signin/sign-in";
    }

    /**
     * Goes on to another system that asked for the sign-in. A page of its own, because a form may
     * not lead to another origin, not even by way of a redirect.
     */
    @GetMapping("/sign-in/continue")
    String goOn(HttpServletRequest request, HttpServletResponse response, Model model) {
        SavedRequest saved = new HttpSessionRequestCache().getRequest(request, response);
        if (saved == null) {
            return "redirect:/console";
        }
        response.setHeader("Refresh", "0; url=" + saved.getRedirectUrl());
        model.addAttribute("target", saved.getRedirectUrl());
        return "signin/continue";
    }

    @PostMapping("/console/post")
    String choosePost(@RequestParam UUID post, HttpServletRequest request, HttpSession session) {
        boolean held = callers.of(request).posts().stream().anyMatch(one -> one.id().equals(post));
        if (!held) {
            throw Refusal.forbidden("post-not-held", post);
        }
        session.setAttribute(Callers.SESSION_POST, post);
        return "redirect:/console";
    }
}

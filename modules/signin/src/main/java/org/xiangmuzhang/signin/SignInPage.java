package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.kernel.Refusal;

import java.util.UUID;

/** The sign-in page of the inside issuer, and the change of post in the console's header. */
@Controller
class SignInPage {

    private final CurrentPost currentPost;

    SignInPage(CurrentPost currentPost) {
        this.currentPost = currentPost;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("failed", request.getParameter("error") != null);
        return "signin/sign-in";
    }

    @PostMapping("/console/post")
    String act(@RequestParam("post") UUID post, HttpServletRequest request) {
        boolean held =
                currentPost.caller(request).stream()
                        .flatMap(caller -> caller.posts().stream())
                        .anyMatch(one -> one.id().equals(post));
        if (!held) {
            throw Refusal.forbidden("no-post");
        }
        request.getSession().setAttribute(CurrentPost.CHOSEN, post);
        return "redirect:/console";
    }
}

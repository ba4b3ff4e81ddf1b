package org.xiangmuzhang.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what the visitor's role can open. */
@Controller
final class Home {

    @GetMapping("/console")
    String home() {
        return "console/home";
    }

    @GetMapping("/")
    String root() {
        return "redirect:/console";
    }
}

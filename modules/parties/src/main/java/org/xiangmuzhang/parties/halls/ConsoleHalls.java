package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.Set;

/** The page of the halls of a place. */
@Controller
@RequestMapping(ConsoleHalls.HERE)
class ConsoleHalls {

    static final String HERE = "/console/parties/halls";

    private final KeepingHalls keeping;

    ConsoleHalls(KeepingHalls keeping) {
        this.keeping = keeping;
    }

    @Bean
    static MenuEntry hallsMenu() {
        return new MenuEntry(
                HERE,
                "parties.halls",
                73,
                Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.CLERK));
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable Region region, Actor actor, Model model) {
        Region place = region == null ? actor.region() : region;
        List<Hall> halls = keeping.of(actor, place);
        model.addAttribute("place", place);
        model.addAttribute("halls", halls);
        model.addAttribute("hours", keeping.hours(place, halls, null));
        model.addAttribute("list", HallList.written(halls));
        model.addAttribute("mayReplace", actor.role() == Role.ADMINISTRATOR);
        return "parties/halls";
    }

    @PostMapping
    @FormOn(page = HERE, form = "halls", keep = "region")
    String replace(
            @RequestParam Region region,
            @RequestParam String list,
            Actor actor,
            RedirectAttributes next) {
        keeping.replace(actor, region, list);
        next.addFlashAttribute("notice", "parties.halls.taken");
        next.addAttribute("region", region.code());
        return "redirect:" + HERE;
    }
}

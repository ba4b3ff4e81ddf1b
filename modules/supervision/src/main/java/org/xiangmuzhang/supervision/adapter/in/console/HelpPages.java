package org.xiangmuzhang.supervision.adapter.in.console;

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
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.HelpDesk;
import org.xiangmuzhang.supervision.domain.HelpCase;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/** 办不成事 on the screen. */
@Controller
@RequestMapping("/console/supervision/help-cases")
class HelpPages {

    static final Set<Role> READERS = Set.of(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);

    private static final String LIST = "/console/supervision/help-cases";
    private static final String HERE = LIST + "/{id}";
    private static final List<String> STATES = List.of("", "OPEN", "TAKEN", "SETTLED");

    private final HelpDesk help;
    private final Words words;

    HelpPages(HelpDesk help, Words words) {
        this.help = help;
        this.words = words;
    }

    @Bean
    static MenuEntry helpMenu() {
        return new MenuEntry(LIST, "supervision.help", 63, READERS);
    }

    @GetMapping
    String cases(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 2);
        List<HelpCase> found =
                help.cases(
                        actor,
                        Arrays.stream(HelpCase.State.values())
                                .filter(one -> one.name().equals(state))
                                .findFirst()
                                .orElse(null),
                        from == null ? null : new HelpCase.Place(from.date(0), from.id(1)),
                        Page.USUAL + 1);
        Page<HelpCase> page =
                Page.of(found, Page.USUAL, one -> Cursor.of(one.openedOn(), one.application()));
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute("here", state.isEmpty() ? LIST : LIST + "?state=" + state);
        model.addAttribute("reasons", help.reasons(page.items()));
        return "supervision/help-cases";
    }

    @GetMapping("/{id}")
    String helpCase(@PathVariable UUID id, Actor actor, Model model) {
        HelpCase one = help.of(id, actor);
        Map<String, String> ways = new LinkedHashMap<>();
        for (HelpCase.Way way : HelpCase.Way.values()) {
            ways.put(way.name(), words.text("supervision.help.way." + way));
        }
        boolean open = actor.role() == Role.SUPERVISOR && one.state() != HelpCase.State.SETTLED;
        boolean own = actor.person().equals(one.owner());
        model.addAttribute("one", one);
        model.addAttribute("number", help.number(id));
        model.addAttribute("reasons", help.reasons(List.of(one)));
        model.addAttribute("mayTake", open && !own);
        model.addAttribute("maySettle", open && own);
        model.addAttribute("ways", ways);
        return "supervision/help-case";
    }

    @PostMapping("/{id}/owner")
    @FormOn(page = HERE, form = "taking")
    String take(
            @PathVariable UUID id, @RequestParam long version, Actor actor, RedirectAttributes to) {
        help.take(id, seen(version), actor);
        to.addFlashAttribute("notice", "supervision.done.taken");
        return "redirect:" + HERE;
    }

    @PostMapping("/{id}/settlement")
    @FormOn(page = HERE, form = "help")
    String settle(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam HelpCase.Way way,
            Actor actor,
            RedirectAttributes to) {
        help.settle(id, way, seen(version), actor);
        to.addFlashAttribute("notice", "supervision.done.settled");
        return "redirect:" + HERE;
    }

    private static LongConsumer seen(long version) {
        return now -> EntityTags.check(version, now);
    }
}

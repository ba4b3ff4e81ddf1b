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
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.PromiseRegister;
import org.xiangmuzhang.supervision.domain.Breach;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** 承诺登记 on the screen. */
@Controller
@RequestMapping("/console/supervision/promises")
class PromisePages {

    private static final String LIST = "/console/supervision/promises";
    private static final String HERE = LIST + "/{id}";

    private final PromiseRegister register;
    private final Words words;

    PromisePages(PromiseRegister register, Words words) {
        this.register = register;
        this.words = words;
    }

    @Bean
    static MenuEntry promiseRegisterMenu() {
        return new MenuEntry(
                LIST,
                "supervision.promises",
                62,
                Set.of(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR));
    }

    @GetMapping
    String promises(
            @RequestParam(required = false) @Nullable String over,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 2);
        List<RegisteredPromise> found =
                register.promises(
                        actor,
                        over == null,
                        from == null ? null : new RegisteredPromise.Place(from.date(0), from.id(1)),
                        Page.USUAL + 1);
        Page<RegisteredPromise> page =
                Page.of(found, Page.USUAL, one -> Cursor.of(one.due(), one.id()));
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("open", over == null);
        model.addAttribute("here", over == null ? LIST : LIST + "?over=");
        model.addAttribute(
                "projects",
                words.projects(
                        page.items().stream()
                                .map(RegisteredPromise::project)
                                .filter(Objects::nonNull)
                                .toList()));
        return "supervision/promises";
    }

    @GetMapping("/{id}")
    String promise(@PathVariable UUID id, Actor actor, Model model) {
        RegisteredPromise one = register.promise(id, actor);
        Map<String, String> sources = new LinkedHashMap<>();
        for (Breach.Source source : Breach.Source.values()) {
            sources.put(source.name(), words.text("supervision.breach." + source));
        }
        model.addAttribute("one", one);
        model.addAttribute("breaches", register.breaches(id));
        model.addAttribute("mayReport", actor.role() == Role.SUPERVISOR && one.bears());
        model.addAttribute("sources", sources);
        return "supervision/promise";
    }

    @PostMapping("/{id}/breaches")
    @FormOn(page = HERE, form = "breach")
    String report(
            @PathVariable UUID id,
            @RequestParam Breach.Source source,
            Actor actor,
            RedirectAttributes to) {
        register.report(id, source, actor);
        to.addFlashAttribute("notice", "supervision.done.reported");
        return "redirect:" + HERE;
    }
}

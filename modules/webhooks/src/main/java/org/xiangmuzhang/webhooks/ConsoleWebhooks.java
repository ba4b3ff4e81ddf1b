package org.xiangmuzhang.webhooks;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.webhooks.KeepingEndpoints.WithSecret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/** 事件推送 on the screen. */
@Controller
@RequestMapping(ConsoleWebhooks.LIST)
class ConsoleWebhooks {

    static final String LIST = "/console/webhooks";

    private static final String HERE = LIST + "/{id}";

    private final KeepingEndpoints endpoints;
    private final MessageSource messages;

    ConsoleWebhooks(KeepingEndpoints endpoints, MessageSource messages) {
        this.endpoints = endpoints;
        this.messages = messages;
    }

    @Bean
    static MenuEntry webhooksMenu() {
        return new MenuEntry(LIST, "webhooks.menu", 66, Set.of(Role.APPLICANT));
    }

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("page", endpoints.all(actor, null, Page.USUAL));
        model.addAttribute("kinds", kinds());
        return "webhooks/endpoints";
    }

    @PostMapping
    @FormOn(page = LIST, form = "endpoint")
    String register(
            @RequestParam String url,
            @RequestParam(required = false) @Nullable List<String> kinds,
            Actor actor,
            RedirectAttributes next) {
        WithSecret made =
                endpoints.register(
                        actor, url.strip(), Objects.requireNonNullElse(kinds, List.of()));
        return shown(made, next);
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        model.addAttribute("one", endpoints.one(actor, id));
        model.addAttribute(
                "page", endpoints.deliveries(actor, id, Cursor.parse(after, 1), Page.USUAL));
        model.addAttribute("after", after);
        model.addAttribute("kinds", kinds());
        model.addAttribute("zone", WorkingDays.ZONE);
        return "webhooks/endpoint";
    }

    @PostMapping("/{id}/pause")
    @FormOn(page = HERE, form = "act")
    String pause(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        endpoints.pause(actor, id, seen(version));
        next.addFlashAttribute("notice", "webhooks.done.paused");
        return "redirect:" + HERE;
    }

    @PostMapping("/{id}/resumption")
    @FormOn(page = HERE, form = "act")
    String resume(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        endpoints.resume(actor, id, seen(version));
        next.addFlashAttribute("notice", "webhooks.done.resumed");
        return "redirect:" + HERE;
    }

    @PostMapping("/{id}/secret")
    @FormOn(page = HERE, form = "act")
    String renew(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        return shown(endpoints.renew(actor, id, seen(version)), next);
    }

    @PostMapping("/{id}/removal")
    @FormOn(page = HERE, form = "act")
    String remove(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        endpoints.remove(actor, id, seen(version));
        next.addFlashAttribute("notice", "webhooks.done.removed");
        return "redirect:" + LIST;
    }

    @PostMapping("/deliveries/{id}/resending")
    String resend(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        Delivery again = endpoints.resend(actor, id);
        next.addFlashAttribute("notice", "webhooks.done.resent");
        return "redirect:" + LIST + "/" + again.endpoint();
    }

    /** The secret is in the session until the next page has shown it. */
    private static String shown(WithSecret made, RedirectAttributes next) {
        next.addFlashAttribute("secret", made.secret());
        return "redirect:" + LIST + "/" + made.endpoint().id();
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String type : Kind.types()) {
            kinds.put(
                    type,
                    messages.getMessage(
                            "webhooks.kind." + type, null, LocaleContextHolder.getLocale()));
        }
        return kinds;
    }

    private static LongConsumer seen(long version) {
        return current -> EntityTags.check(version, current);
    }
}

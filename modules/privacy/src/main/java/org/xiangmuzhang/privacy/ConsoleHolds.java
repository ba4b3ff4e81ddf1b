package org.xiangmuzhang.privacy;

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
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.privacy.JdbcHolds.Hold;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Legal holds of a place: placed, lifted, and those of before. */
@Controller
@RequestMapping(ConsoleHolds.HERE)
class ConsoleHolds {

    static final String HERE = "/console/privacy/holds";

    private final PlacingHolds holds;
    private final People people;
    private final Remarks remarks;

    ConsoleHolds(PlacingHolds holds, People people, Remarks remarks) {
        this.holds = holds;
        this.people = people;
        this.remarks = remarks;
    }

    @Bean
    static MenuEntry holdsMenu() {
        return new MenuEntry(
                HERE,
                "privacy.holds",
                86,
                Set.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR));
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Page<Hold> page = holds.all(actor, Cursor.parse(after, 1), Page.USUAL);
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("zone", WorkingDays.ZONE);
        model.addAttribute(
                "names",
                people.names(ids(page, Hold::placedBy, Hold::liftedBy), actor, Occasion.LIST));
        model.addAttribute("reasons", remarks.texts(ids(page, Hold::reason, Hold::liftReason)));
        model.addAttribute("kinds", List.of(HeldKind.values()));
        model.addAttribute(
                "liftable",
                page.items().stream()
                        .filter(hold -> holds.mayLift(actor, hold))
                        .map(Hold::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("mayAct", actor.role() == Role.SUPERVISOR);
        return "privacy/holds";
    }

    @PostMapping
    @FormOn(page = HERE, form = "hold")
    String place(
            @RequestParam HeldKind kind,
            @RequestParam String number,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        holds.place(actor, kind, number, reason);
        return done("privacy.holds.placed", next);
    }

    @PostMapping("/{id}/lifting")
    @FormOn(page = HERE, form = "lifting")
    String lift(
            @PathVariable UUID id,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        holds.lift(actor, id, reason);
        return done("privacy.holds.lifted", next);
    }

    private static String done(String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:" + HERE;
    }

    private interface Id {
        @Nullable UUID of(Hold hold);
    }

    private static Set<UUID> ids(Page<Hold> page, Id... parts) {
        return page.items().stream()
                .flatMap(hold -> Stream.of(parts).map(part -> part.of(hold)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on which an official names a substitute, and the administrator does for others. */
@Controller
@RequestMapping(ConsoleSubstitutes.HERE)
class ConsoleSubstitutes {

    static final String HERE = "/console/parties/substitutes";

    private final Substituting substituting;
    private final PostWords words;
    private final People people;
    private final Clock clock;

    ConsoleSubstitutes(Substituting substituting, PostWords words, People people, Clock clock) {
        this.substituting = substituting;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A substitution in words.
     *
     * @param mayConfirm whether the reader may
     */
    record Line(
            UUID id,
            String post,
            UUID holder,
            UUID substitute,
            LocalDate from,
            LocalDate to,
            boolean confirmed,
            boolean mayConfirm) {}

    @Bean
    static MenuEntry substitutesMenu() {
        return new MenuEntry(HERE, "parties.substitutes", 97, Substituting.OF_OFFICIALS);
    }

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable UUID person,
            Actor actor,
            Locale locale,
            Model model) {
        List<Substitution> around = substituting.around(actor, person);
        Map<String, String> posts = new LinkedHashMap<>();
        substituting
                .posts(actor, person)
                .forEach(post -> posts.put(post.id().toString(), words.of(post, locale)));
        model.addAttribute("person", person);
        model.addAttribute("mayGive", substituting.mayGive(actor));
        model.addAttribute("posts", posts);
        model.addAttribute(
                "lines",
                around.stream()
                        .map(
                                it ->
                                        new Line(
                                                it.id(),
                                                words.of(it.post(), locale),
                                                it.post().person(),
                                                it.person(),
                                                it.from(),
                                                it.to(),
                                                it.confirmed(),
                                                substituting.mayConfirm(actor, it)))
                        .toList());
        model.addAttribute(
                "names",
                people.names(
                        around.stream()
                                .flatMap(it -> Stream.of(it.person(), it.post().person()))
                                .collect(Collectors.toSet()),
                        actor,
                        Occasion.LIST));
        model.addAttribute("today", WorkingDays.today(clock));
        return "parties/substitutes";
    }

    @PostMapping
    @FormOn(page = HERE, form = "substitute", keep = "person")
    String give(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam UUID post,
            @RequestParam String login,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        boolean counts =
                substituting.give(actor, post, login.strip(), from, to, reason).confirmed();
        return done(
                counts ? "parties.substitute.named" : "parties.substitute.proposed", person, next);
    }

    @PostMapping("/{id}/confirmation")
    @FormOn(page = HERE, form = "confirmation", keep = "person")
    String confirm(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        substituting.confirm(actor, id, reason);
        return done("parties.substitute.confirmed", person, next);
    }

    @PostMapping("/{id}/end")
    @FormOn(page = HERE, form = "end", keep = "person")
    String end(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        substituting.end(actor, id, reason);
        return done("parties.substitute.ended", person, next);
    }

    private static String done(String notice, @Nullable UUID person, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        if (person != null) {
            next.addAttribute("person", person);
        }
        return "redirect:" + HERE;
    }
}

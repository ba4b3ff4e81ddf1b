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
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.RatingMatters;
import org.xiangmuzhang.supervision.domain.Rating;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** 好差评 on the screen. */
@Controller
@RequestMapping("/console/supervision/ratings")
class ConsoleRatings {

    private final RatingMatters rating;
    private final Words words;

    ConsoleRatings(RatingMatters rating, Words words) {
        this.rating = rating;
        this.words = words;
    }

    @Bean
    static MenuEntry ratingsMenu() {
        return new MenuEntry(
                "/console/supervision/ratings",
                "supervision.ratings",
                61,
                Set.of(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR));
    }

    @GetMapping
    String ratings(
            @RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Cursor from = Cursor.parse(after, 2);
        Rating.Place place = from == null ? null : new Rating.Place(from.date(0), from.id(1));
        List<Rating> found = rating.ratings(actor, place, Page.USUAL + 1);
        Page<Rating> page =
                Page.of(found, Page.USUAL, rated -> Cursor.of(rated.on(), rated.application()));
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute("texts", rating.texts(page.items()));
        model.addAttribute(
                "projects",
                words.projects(
                        page.items().stream()
                                .map(Rating::project)
                                .filter(Objects::nonNull)
                                .toList()));
        return "supervision/ratings";
    }

    @PostMapping
    @FormOn(page = "/console/intake/applications/{application}", form = "rating")
    String rate(
            @RequestParam UUID application,
            @RequestParam int score,
            @RequestParam(defaultValue = "") String remark,
            Actor actor,
            RedirectAttributes next) {
        rating.rate(application, score, remark.isBlank() ? null : remark.strip(), actor);
        next.addAttribute("application", application);
        next.addFlashAttribute("notice", "supervision.done.rated");
        return "redirect:/console/supervision/ratings/{application}";
    }

    @GetMapping("/{application}")
    String rating(@PathVariable UUID application, Actor actor, Model model) {
        Rating rated =
                rating.of(application, actor)
                        .orElseThrow(() -> Refusal.notFound("not-rated", application));
        model.addAttribute("rating", rated);
        model.addAttribute("texts", rating.texts(List.of(rated)));
        return "supervision/rating";
    }
}

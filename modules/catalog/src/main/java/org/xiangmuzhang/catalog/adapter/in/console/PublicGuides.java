package org.xiangmuzhang.catalog.adapter.in.console;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.catalog.port.in.Guiding;
import org.xiangmuzhang.catalog.port.in.Guiding.Asked;
import org.xiangmuzhang.catalog.port.in.Guiding.Consultation;
import org.xiangmuzhang.console.RefusalWords;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.OpenToAll;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Guides for whoever asks, without signing in: the answers stand in the address and nowhere else.
 */
@Controller
class PublicGuides {

    private static final String HERE = "/guides";
    private static final int LISTED = 200;

    private final Guiding guiding;
    private final TablePages pages;
    private final PublicPages open;
    private final RefusalWords sentences;

    PublicGuides(Guiding guiding, TablePages pages, PublicPages open, RefusalWords sentences) {
        this.guiding = guiding;
        this.pages = pages;
        this.open = open;
        this.sentences = sentences;
    }

    @Bean
    static OpenToAll openGuides() {
        return new OpenToAll(HERE);
    }

    @Bean
    static OpenToAll openGuide() {
        return new OpenToAll(HERE + "/{code}");
    }

    @GetMapping(HERE)
    String guides(@RequestParam(defaultValue = "") String region, Locale locale, Model model) {
        Region place = PublicPages.place(region);
        model.addAttribute("guides", guiding.guides(place, null, LISTED));
        shown(place, locale, model);
        model.addAttribute("places", open.places());
        return "catalog/guides";
    }

    /**
     * The open question, or the notice. What is answered comes back as the address of the next
     * question.
     */
    @GetMapping(HERE + "/{code}")
    String guide(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam @Nullable String v,
            @RequestParam @Nullable String a,
            @RequestParam(defaultValue = "") String site,
            @RequestParam @Nullable String send,
            @RequestParam @Nullable List<String> answer,
            Locale locale,
            Model model) {
        Region place = PublicPages.place(region);
        Asked asked = new Asked(place, code, v, a, null, site);
        if (send != null) {
            List<String> typed = answer == null ? List.of() : answer;
            try {
                Consultation next = guiding.consult(new Asked(place, code, v, a, typed, site));
                return "redirect:" + path(next, site).encode().build().toUriString();
            } catch (Refusal refusal) {
                if (!refusal.pointers().equals(List.of("/answer"))) {
                    throw refusal;
                }
                model.addAttribute("wrong", sentences.of(refusal, locale));
                model.addAttribute("typed", typed);
            }
        }
        Consultation at = guiding.consult(asked);
        Walk walk = at.walk();
        model.addAttribute("at", at);
        model.addAttribute("guide", at.guide().guide());
        model.addAttribute("walk", walk);
        model.addAttribute("site", site);
        model.addAttribute("asked", region);
        model.addAttribute("code", code);
        if (at.notice() != null || walk.replies().isEmpty()) {
            model.addAttribute("qr", QrCode.of(absolute(at, site, locale)));
        }
        shown(place, locale, model);
        return "catalog/guide";
    }

    /** Of a guide that nobody has begun the code stands for the version that holds. */
    private String absolute(Consultation at, String site, Locale locale) {
        UriComponentsBuilder path =
                at.walk().replies().isEmpty()
                        ? UriComponentsBuilder.fromPath(HERE + "/" + at.guide().code())
                                .queryParam("region", at.place().code())
                        : path(at, site);
        if (locale.getLanguage().equals("en")) {
            path.queryParam("lang", "en");
        }
        return open.base().build().toUriString() + path.encode().build().toUriString();
    }

    private static UriComponentsBuilder path(Consultation at, String site) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath(HERE + "/" + at.guide().code())
                        .queryParam("region", at.place().code())
                        .queryParam("v", at.guide().text())
                        .queryParam("a", at.walk().address());
        if (!site.isBlank()) {
            path.queryParam("site", "{site}").uriVariables(Map.of("site", site.strip()));
        }
        return path;
    }

    private void shown(Region place, Locale locale, Model model) {
        Words words = pages.words(locale);
        model.addAttribute("region", place);
        model.addAttribute("place", words.region(place));
        model.addAttribute("words", words);
        model.addAttribute("said", new GuideWords(locale));
    }

    @ExceptionHandler
    String refused(Refusal refusal, HttpServletResponse response, Locale locale, Model model) {
        return open.refused(refusal, response, locale, model);
    }
}

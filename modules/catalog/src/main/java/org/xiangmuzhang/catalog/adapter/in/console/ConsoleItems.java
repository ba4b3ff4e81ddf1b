package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.adapter.in.console.BrowsePage.Wish;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The catalog to look through, as it holds at a place. */
@Controller
class ConsoleItems {

    private static final String HERE = "/console/catalog/items";

    private final Browsing browsing;
    private final BrowsePage browse;
    private final TablePages pages;

    ConsoleItems(Browsing browsing, BrowsePage browse, TablePages pages) {
        this.browsing = browsing;
        this.browse = browse;
        this.pages = pages;
    }

    @Bean
    static MenuEntry catalogMenu() {
        return new MenuEntry(HERE, "catalog.items", 55, Set.of());
    }

    @GetMapping(HERE)
    String items(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String lifeCycle,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Wish wish = new Wish(region, q, stage, department, lifeCycle, theme, after);
        browse.show(HERE, wish, place(region, actor), locale, model);
        return "catalog/items";
    }

    @GetMapping(HERE + "/{code}")
    String item(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam @Nullable String version,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = place(region, actor);
        Words words = pages.words(locale);
        Item item = browsing.item(place, code, version);
        model.addAttribute("item", item);
        model.addAttribute("organ", browsing.organ(place, item));
        model.addAttribute("facts", browsing.template().facts(code));
        model.addAttribute("editor", actor.role() == Role.CATALOG_EDITOR);
        model.addAttribute("mayPropose", pages.mayEdit(actor, place));
        model.addAttribute("region", place);
        model.addAttribute("desks", item.milestone() ? List.of() : browsing.desks(place, item));
        model.addAttribute("preconditions", browsing.preconditions(place, code));
        model.addAttribute("words", words);
        model.addAttribute("asked", region);
        model.addAttribute("place", words.region(place));
        return "catalog/item";
    }

    /** Without a place that of the visitor's post, and the template when that is not listed. */
    private Region place(String asked, Actor actor) {
        if (!asked.isEmpty()) {
            return new Region(asked);
        }
        return browsing.template().places().containsKey(actor.region())
                ? actor.region()
                : Region.TEMPLATE;
    }
}

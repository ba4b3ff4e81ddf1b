package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The catalog to look through, as it holds at a place. */
@Controller
class ConsoleItems {

    private final Browsing browsing;
    private final TablePages pages;

    ConsoleItems(Browsing browsing, TablePages pages) {
        this.browsing = browsing;
        this.pages = pages;
    }

    @Bean
    static MenuEntry catalogMenu() {
        return new MenuEntry("/console/catalog/items", "catalog.items", 55, Set.of());
    }

    @GetMapping("/console/catalog/items")
    String items(
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = place(region, actor);
        List<Item> found =
                browsing.items(place, stage(stage), department.isEmpty() ? null : department, name);
        Words words = new Words(browsing.template(), locale);
        model.addAttribute(
                "groups",
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Item::stage, TreeMap::new, Collectors.toList())));
        model.addAttribute("count", found.size());
        model.addAttribute("words", words);
        model.addAttribute("stages", Arrays.asList(Stage.values()));
        model.addAttribute("departments", departments(place, words));
        model.addAttribute("stage", stage);
        model.addAttribute("department", department);
        model.addAttribute("name", name);
        model.addAttribute("region", place);
        model.addAttribute("asked", region);
        model.addAttribute("place", words.region(place));
        return "catalog/items";
    }

    @GetMapping("/console/catalog/items/{code}")
    String item(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam @Nullable String version,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = place(region, actor);
        Words words = new Words(browsing.template(), locale);
        Item item = browsing.item(place, code, version);
        model.addAttribute("item", item);
        model.addAttribute("facts", browsing.template().facts(code));
        model.addAttribute("editor", actor.role() == Role.CATALOG_EDITOR);
        model.addAttribute("mayPropose", pages.mayEdit(actor, place));
        model.addAttribute("region", place);
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

    private static @Nullable Stage stage(String name) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Departments that decide anything here, by code with their names. */
    private Map<String, String> departments(Region place, Words words) {
        return browsing.at(place).items().values().stream()
                .map(item -> browsing.template().department(item.department()))
                .distinct()
                .collect(
                        Collectors.toMap(
                                Department::code, words::name, (one, same) -> one, TreeMap::new));
    }
}

package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Bundle;
import org.xiangmuzhang.catalog.domain.search.Filter;
import org.xiangmuzhang.catalog.domain.search.Hit;
import org.xiangmuzhang.catalog.domain.search.LifeCycle;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.SearchingItems;
import org.xiangmuzhang.catalog.port.in.SearchingItems.Facets;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The catalog to look through: what was found, and how many there are by each aspect. */
@Component
class BrowsePage {

    /** So many choices of an aspect are seen at once. */
    private static final int SHOWN = 8;

    private final SearchingItems searching;
    private final Browsing browsing;
    private final TablePages pages;
    private final MessageSource messages;

    BrowsePage(
            SearchingItems searching, Browsing browsing, TablePages pages, MessageSource messages) {
        this.searching = searching;
        this.browsing = browsing;
        this.pages = pages;
        this.messages = messages;
    }

    /** What somebody asked for, as it stands in the address; the empty text is nothing. */
    record Wish(
            String region,
            String q,
            String stage,
            String department,
            String lifeCycle,
            String theme,
            @Nullable String after) {

        /** A stage or a turn of life that there is not narrows nothing. */
        Wish {
            stage = constant(Stage.values(), stage) == null ? "" : stage;
            lifeCycle = constant(LifeCycle.values(), lifeCycle) == null ? "" : lifeCycle;
        }

        Filter filter() {
            return new Filter(
                    constant(Stage.values(), stage),
                    department.isEmpty() ? null : department,
                    constant(LifeCycle.values(), lifeCycle),
                    theme.isEmpty() ? null : theme);
        }

        private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
            return Arrays.stream(all)
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        /** The parts of the address, with one of them changed. */
        Map<String, String> with(String part, String value) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("region", region);
            parts.put("q", q);
            parts.put("stage", stage);
            parts.put("lifeCycle", lifeCycle);
            parts.put("theme", theme);
            parts.put("department", department);
            parts.put(part, value);
            parts.values().removeIf(String::isEmpty);
            return parts;
        }
    }

    /**
     * An aspect by which items are told apart.
     *
     * @param choices those that are seen at once, the chosen one among them
     * @param more the others
     */
    record Aspect(String name, List<Choice> choices, List<Choice> more) {}

    /**
     * One choice of an aspect.
     *
     * @param address of the same page with the choice made, or taken back when it is
     */
    record Choice(String label, long count, boolean chosen, String address) {}

    /**
     * @param path of the page
     * @param place whose catalog it is
     */
    void show(String path, Wish wish, Region place, Locale locale, Model model) {
        Words words = pages.words(locale);
        Filter filter = wish.filter();
        Cursor cursor = Cursor.parse(wish.after(), 1);
        Page<SearchingItems.Found> page =
                Page.of(
                        searching.find(
                                place,
                                wish.q(),
                                filter,
                                cursor == null ? null : Hit.of(cursor.text(0, Hit.FORM)),
                                Page.USUAL + 1),
                        Page.USUAL,
                        found -> Cursor.of(found.at().text()));
        Facets facets = searching.facets(place, wish.q(), filter);
        Map<String, Bundle> packages = browsing.at(place).template().bundles();
        model.addAttribute("page", page.map(SearchingItems.Found::item));
        model.addAttribute("after", wish.after());
        model.addAttribute("count", facets.total());
        model.addAttribute("wish", wish);
        model.addAttribute("parts", wish.with("q", ""));
        model.addAttribute("here", address(path, wish.with("", "")));
        model.addAttribute(
                "aspects",
                List.of(
                        aspect(
                                path,
                                wish,
                                "stage",
                                wish.stage(),
                                facets.stages(),
                                code -> said("catalog.stage." + code, locale)),
                        aspect(
                                path,
                                wish,
                                "lifeCycle",
                                wish.lifeCycle(),
                                facets.turns(),
                                code -> said("catalog.turn." + code, locale)),
                        aspect(
                                path,
                                wish,
                                "theme",
                                wish.theme(),
                                facets.themes(),
                                code -> theme(packages.get(code), code, words)),
                        aspect(
                                path,
                                wish,
                                "department",
                                wish.department(),
                                facets.departments(),
                                words::department)));
        model.addAttribute("words", words);
        model.addAttribute("region", place);
        model.addAttribute("asked", wish.region());
        model.addAttribute("place", words.region(place));
    }

    private static String theme(@Nullable Bundle bundle, String code, Words words) {
        return bundle == null ? code : words.name(bundle);
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static Aspect aspect(
            String path,
            Wish wish,
            String name,
            String chosen,
            Map<?, Long> counts,
            Function<String, String> label) {
        List<Choice> first = new ArrayList<>();
        List<Choice> more = new ArrayList<>();
        Map<String, Long> all = new LinkedHashMap<>();
        counts.forEach((code, count) -> all.put(code.toString(), count));
        if (!chosen.isEmpty()) {
            all.putIfAbsent(chosen, 0L);
        }
        all.forEach(
                (code, count) -> {
                    boolean is = code.equals(chosen);
                    Choice choice =
                            new Choice(
                                    label.apply(code),
                                    count,
                                    is,
                                    address(path, wish.with(name, is ? "" : code)));
                    (first.size() < SHOWN || is ? first : more).add(choice);
                });
        return new Aspect(name, first, more);
    }

    private static String address(String path, Map<String, String> parts) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parts.keySet().forEach(part -> address.queryParam(part, "{" + part + "}"));
        return address.encode().buildAndExpand(parts).toUriString();
    }
}

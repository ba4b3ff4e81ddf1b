package org.xiangmuzhang.catalog.adapter.in.console;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.adapter.in.console.ConsoleOwnItems.Said;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.port.in.ComparingItems;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Position;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Stretch;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Wanted;
import org.xiangmuzhang.catalog.port.in.FindingItemGaps;
import org.xiangmuzhang.catalog.port.in.FindingItemGaps.ItemGap;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The report of differences between levels, and the lists of what nobody has said yet. */
@Controller
@RequestMapping(ConsoleDifferences.HERE)
class ConsoleDifferences {

    static final String HERE = "/console/catalog/differences";
    private static final String CODE = "[A-Z0-9-]+";

    private final ComparingItems comparing;
    private final FindingItemGaps gaps;
    private final TablePages pages;
    private final WordingItems sentences;
    private final MessageSource messages;

    ConsoleDifferences(
            ComparingItems comparing,
            FindingItemGaps gaps,
            TablePages pages,
            WordingItems sentences,
            MessageSource messages) {
        this.comparing = comparing;
        this.gaps = gaps;
        this.pages = pages;
        this.sentences = sentences;
        this.messages = messages;
    }

    @Bean
    static MenuEntry differencesMenu() {
        return new MenuEntry(HERE, "catalog.differences", 83, TablePages.READERS);
    }

    @GetMapping
    String differences(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "") String must,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 3);
        Position position =
                cursor == null
                        ? null
                        : new Position(
                                new Region(cursor.text(0, "\\d{6}|Z\\d{6}[A-Z]{2,3}")),
                                cursor.text(1, "true|false").equals("true"),
                                cursor.text(2, CODE));
        Stretch stretch = comparing.page(place, wanted(element, must), position, Page.USUAL, actor);
        Position next = stretch.next();
        model.addAttribute("items", stretch.items());
        model.addAttribute(
                "next",
                next == null ? null : Cursor.of(next.region(), next.own(), next.code()).text());
        model.addAttribute("after", after);
        model.addAttribute("element", element);
        model.addAttribute("must", must);
        model.addAttribute("elements", Element.values());
        model.addAttribute("same", comparing.same(place));
        model.addAttribute("formats", Format.values());
        model.addAttribute("said", new Said(sentences, messages, locale));
        return pages.shown("catalog/differences", place, actor, locale, model);
    }

    /** What is not one of the codes narrows nothing. */
    private static Wanted wanted(String element, String must) {
        return new Wanted(
                Arrays.stream(Element.values())
                        .filter(one -> one.name().equals(element))
                        .findFirst()
                        .orElse(null),
                must.equals("true") ? Boolean.TRUE : must.equals("false") ? Boolean.FALSE : null);
    }

    @GetMapping("/export")
    void export(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "") String must,
            @RequestParam Format format,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Region place = pages.place(region, actor);
        Wanted wanted = wanted(element, must);
        comparing.page(place, wanted, null, 1, actor);
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(format.fileName("differences", place)));
        comparing.write(place, wanted, format, locale, response.getOutputStream(), actor);
    }

    @GetMapping("/gaps")
    String gaps(
            @RequestParam(defaultValue = "CATEGORY_UNKNOWN") FindingItemGaps.Kind kind,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 2);
        FindingItemGaps.Position position =
                cursor == null
                        ? null
                        : new FindingItemGaps.Position(
                                cursor.text(0, "true|false").equals("true"), cursor.text(1, CODE));
        List<ItemGap> found = gaps.page(place, kind, position, Page.USUAL + 1, actor);
        model.addAttribute(
                "page", Page.of(found, Page.USUAL, gap -> Cursor.of(gap.own(), gap.code())));
        model.addAttribute("after", after);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", FindingItemGaps.Kind.values());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        return pages.shown("catalog/item-gaps", place, actor, locale, model);
    }
}

package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.search.Filter;
import org.xiangmuzhang.catalog.domain.search.Hit;
import org.xiangmuzhang.catalog.domain.search.LifeCycle;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.SearchingItems;
import org.xiangmuzhang.catalog.port.in.SearchingItems.Facets;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.OpenToAll;
import org.xiangmuzhang.rest.Page;

import java.util.Objects;

/**
 * Search and counts over all items that hold at a place, for everybody; the template's without one.
 */
@RestController
@RequestMapping(RestSearch.PATH)
class RestSearch {

    static final String PATH = "/api/catalog/search";

    private final SearchingItems searching;
    private final Browsing browsing;

    RestSearch(SearchingItems searching, Browsing browsing) {
        this.searching = searching;
        this.browsing = browsing;
    }

    @Bean
    static OpenToAll openSearch() {
        return new OpenToAll(PATH);
    }

    @Bean
    static OpenToAll openFacets() {
        return new OpenToAll(PATH + "/facets");
    }

    @GetMapping
    Page<ItemLine> search(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String department,
            @RequestParam @Nullable LifeCycle lifeCycle,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        return Page.of(
                        searching.find(
                                place(region),
                                Objects.requireNonNullElse(q, ""),
                                new Filter(stage, department, lifeCycle, theme),
                                cursor == null ? null : Hit.of(cursor.text(0, Hit.FORM)),
                                size + 1),
                        size,
                        found -> Cursor.of(found.at().text()))
                .map(found -> ItemLine.of(found.item(), browsing.template()));
    }

    @GetMapping("/facets")
    Facets facets(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String department,
            @RequestParam @Nullable LifeCycle lifeCycle,
            @RequestParam @Nullable String theme) {
        return searching.facets(
                place(region),
                Objects.requireNonNullElse(q, ""),
                new Filter(stage, department, lifeCycle, theme));
    }

    private static Region place(@Nullable Region asked) {
        return asked == null ? Region.TEMPLATE : asked;
    }
}

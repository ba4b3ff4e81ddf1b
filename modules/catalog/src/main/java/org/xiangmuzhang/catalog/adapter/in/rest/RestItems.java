package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.List;

/** Items as they hold at a place; without one, at the place of the caller's post. */
@RestController
@RequestMapping("/api/catalog/items")
class RestItems {

    private final Browsing browsing;

    RestItems(Browsing browsing) {
        this.browsing = browsing;
    }

    @GetMapping
    Page<ItemLine> items(
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String department,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 2);
        List<Item> found =
                browsing.items(region == null ? actor.region() : region, stage, department, name);
        List<Item> rest =
                cursor == null
                        ? found
                        : found.stream().filter(item -> isAfter(item, cursor)).toList();
        return Page.of(
                        rest.subList(0, Math.min(rest.size(), size + 1)),
                        size,
                        item -> Cursor.of(item.stage().ordinal(), item.code()))
                .map(item -> ItemLine.of(item, browsing.template()));
    }

    private static boolean isAfter(Item item, Cursor cursor) {
        int stage = Long.compare(item.stage().ordinal(), cursor.number(0));
        return stage > 0 || stage == 0 && item.code().compareTo(cursor.text(1)) > 0;
    }

    @GetMapping("/{code}")
    ItemDetail item(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String version,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        Item item = browsing.item(place, code, version);
        return ItemDetail.of(
                place,
                item,
                browsing.organ(place, item),
                browsing.preconditions(place, code),
                browsing.desks(place, item),
                browsing.template());
    }
}

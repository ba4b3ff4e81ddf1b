package org.xiangmuzhang.catalog.adapter.in.rest;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.adapter.in.rest.OwnItemDetail.ChangeLine;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.port.in.ComparingItems;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Deviation;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Differing;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Position;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Stretch;
import org.xiangmuzhang.catalog.port.in.ComparingItems.Wanted;
import org.xiangmuzhang.catalog.port.in.FindingItemGaps;
import org.xiangmuzhang.catalog.port.in.FindingItemGaps.ItemGap;
import org.xiangmuzhang.catalog.port.in.FindingItemGaps.Kind;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What is still to be mended in the catalog of a place: differences from above, and gaps. */
@RestController
@RequestMapping("/api/catalog")
class RestDifferences {

    private static final String CODE = "[A-Z0-9-]+";

    private final ComparingItems comparing;
    private final FindingItemGaps gaps;
    private final WordingItems wording;

    RestDifferences(ComparingItems comparing, FindingItemGaps gaps, WordingItems wording) {
        this.comparing = comparing;
        this.gaps = gaps;
        this.wording = wording;
    }

    /**
     * An item that differs from the one above it.
     *
     * @param own of the place's own list; else of the template
     * @param above place of the item above, the template's for an item of the template
     */
    record DifferingItem(
            Region region,
            String code,
            String nameZh,
            boolean own,
            Region above,
            String aboveCode,
            List<ElementLine> elements) {}

    /**
     * An element in both values.
     *
     * @param must whether it must agree
     * @param mender the place whose editor mends it
     * @param changes what differs in the materials, when it is about these
     */
    record ElementLine(
            Element element,
            @Nullable String here,
            @Nullable String there,
            boolean must,
            Region mender,
            List<ChangeLine> changes) {}

    /** Differences of a place and below it; a page may be short of the limit before the last. */
    @GetMapping("/differences")
    Page<DifferingItem> differences(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable Element element,
            @RequestParam @Nullable Boolean must,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        Cursor cursor = Cursor.parse(after, 3);
        Position position =
                cursor == null
                        ? null
                        : new Position(
                                new Region(cursor.text(0, "\\d{6}|Z\\d{6}[A-Z]{2,3}")),
                                cursor.text(1, "true|false").equals("true"),
                                cursor.text(2, CODE));
        Stretch stretch =
                comparing.page(
                        place(region, actor),
                        new Wanted(element, must),
                        position,
                        Page.limit(limit),
                        actor);
        Position next = stretch.next();
        return new Page<>(
                stretch.items().stream().map(item -> line(item, locale)).toList(),
                next == null ? null : Cursor.of(next.region(), next.own(), next.code()).text());
    }

    private DifferingItem line(Differing item, Locale locale) {
        return new DifferingItem(
                item.region(),
                item.code(),
                item.nameZh(),
                item.own(),
                item.above(),
                item.aboveCode(),
                item.elements().stream().map(it -> line(it, locale)).toList());
    }

    private ElementLine line(Deviation it, Locale locale) {
        return new ElementLine(
                it.element(),
                it.here(),
                it.above(),
                it.must(),
                it.mender(),
                it.materials().stream()
                        .map(change -> ChangeLine.of(change, wording, locale))
                        .toList());
    }

    /** All of them as a file in the caller's language, CSV unless asked otherwise. */
    @GetMapping("/differences/export")
    void export(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable Element element,
            @RequestParam @Nullable Boolean must,
            @RequestParam @Nullable Format format,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Region place = place(region, actor);
        Format as = format == null ? Format.CSV : format;
        comparing.page(place, new Wanted(element, must), null, 1, actor);
        response.setContentType(as.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(as.fileName("differences", place)));
        comparing.write(
                place, new Wanted(element, must), as, locale, response.getOutputStream(), actor);
    }

    /** Items of a place of which something is missing, the category unless asked otherwise. */
    @GetMapping("/item-gaps")
    Page<ItemGap> gaps(
            @RequestParam @Nullable Kind kind,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 2);
        FindingItemGaps.Position position =
                cursor == null
                        ? null
                        : new FindingItemGaps.Position(
                                cursor.text(0, "true|false").equals("true"), cursor.text(1, CODE));
        return Page.of(
                gaps.page(
                        place(region, actor),
                        kind == null ? Kind.CATEGORY_UNKNOWN : kind,
                        position,
                        size + 1,
                        actor),
                size,
                gap -> Cursor.of(gap.own(), gap.code()));
    }

    private static Region place(@Nullable Region region, Actor actor) {
        return region == null ? actor.region() : region;
    }
}

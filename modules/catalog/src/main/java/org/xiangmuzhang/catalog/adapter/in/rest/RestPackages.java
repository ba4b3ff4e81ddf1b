package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.adapter.in.rest.PackageDetail.PackageForm;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages.PackageLine;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packages 一件事 as they hold at a place. A place has one in its own way as any row: {@code
 * /api/catalog/tables/packages/override/proposals}.
 */
@RestController
@RequestMapping("/api/catalog/packages")
class RestPackages {

    private final LookingAtPackages packages;
    private final Browsing browsing;

    RestPackages(LookingAtPackages packages, Browsing browsing) {
        this.packages = packages;
        this.browsing = browsing;
    }

    @GetMapping
    Page<PackageLine> packages(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable Family family,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        String last = cursor == null ? "" : cursor.text(0, "[A-Z0-9-]+");
        List<PackageLine> found =
                packages.packages(place(region, actor)).stream()
                        .filter(line -> family == null || line.family() == family)
                        .sorted((one, other) -> one.code().compareTo(other.code()))
                        .filter(line -> line.code().compareTo(last) > 0)
                        .limit(size + 1L)
                        .toList();
        return Page.of(found, size, line -> Cursor.of(line.code()));
    }

    @GetMapping("/{code}")
    PackageDetail one(
            @PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        Region place = place(region, actor);
        return PackageDetail.of(place, packages.matter(place, code), browsing.template());
    }

    /** The one form and the one list of materials; a package whose item lapsed is refused. */
    @GetMapping("/{code}/form")
    PackageForm form(
            @PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        Region place = place(region, actor);
        return PackageForm.of(place, packages.forNewUse(place, code));
    }

    /** What a package of these items would join and save; nothing is kept. */
    @GetMapping("/preview")
    PackageDetail preview(
            @RequestParam List<String> items,
            @RequestParam @Nullable Family family,
            @RequestParam @Nullable List<String> choices,
            @RequestParam @Nullable Integer promised,
            @RequestParam @Nullable Region region,
            Actor actor) {
        Region place = place(region, actor);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("item_codes", String.join(";", items));
        row.put("family", family == null ? "" : family.name());
        row.put("choices", choices == null ? "" : String.join(";", choices));
        row.put("promised_days", promised == null ? "" : promised.toString());
        return PackageDetail.of(place, packages.preview(place, row), browsing.template());
    }

    private static Region place(@Nullable Region region, Actor actor) {
        return region == null ? actor.region() : region;
    }
}

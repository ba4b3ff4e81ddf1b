package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.Joining;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Packages from memory; what a place's tables say is put in order once per version of them. */
@Service
class CurrentPackages implements LookingAtPackages {

    private final Browsing browsing;
    private final Map<PlaceView, Joining> joinings =
            Collections.synchronizedMap(new WeakHashMap<>());

    CurrentPackages(Browsing browsing) {
        this.browsing = browsing;
    }

    private Joining at(Region region) {
        PlaceView view = browsing.at(region);
        Joining known = joinings.get(view);
        if (known == null) {
            known = new Joining(view);
            joinings.put(view, known);
        }
        return known;
    }

    @Override
    public List<PackageLine> packages(Region region) {
        PlaceView view = browsing.at(region);
        return at(region).packages().values().stream().map(row -> line(row, view)).toList();
    }

    private static PackageLine line(Row row, PlaceView view) {
        List<String> items = row.list("item_codes");
        return new PackageLine(
                row.get("package_code"),
                row.get("name_zh"),
                row.get("name_en"),
                Arrays.stream(Family.values())
                        .filter(family -> family.name().equals(row.get("family")))
                        .findFirst()
                        .orElse(null),
                row.get("kind"),
                row.get("place_zh"),
                row.has("lead_dept_code") ? row.get("lead_dept_code") : null,
                items.size(),
                items.stream().filter(code -> !view.items().containsKey(code)).toList());
    }

    @Override
    public OneMatter matter(Region region, String code) {
        return at(region).matter(code).orElseThrow(() -> Refusal.notFound("package-unknown", code));
    }

    @Override
    public OneMatter forNewUse(Region region, String code) {
        OneMatter matter = matter(region, code);
        matter.mustBeUsable();
        return matter;
    }

    @Override
    public OneMatter preview(Region region, Map<String, String> row) {
        return at(region).preview(row);
    }
}

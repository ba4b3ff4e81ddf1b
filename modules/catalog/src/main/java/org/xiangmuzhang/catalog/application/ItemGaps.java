package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.FindingItemGaps;
import org.xiangmuzhang.catalog.port.out.ItemComparisons;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gaps of the template's items from memory, those of a list by an index of nothing else. */
@Service
@Transactional(readOnly = true)
class ItemGaps implements FindingItemGaps {

    private final Snapshots snapshots;
    private final ItemComparisons comparisons;
    private final OwnItems items;
    private final CatalogReaders readers;
    private final Clock clock;

    ItemGaps(
            Snapshots snapshots,
            ItemComparisons comparisons,
            OwnItems items,
            CatalogReaders readers,
            Clock clock) {
        this.snapshots = snapshots;
        this.comparisons = comparisons;
        this.items = items;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public List<ItemGap> page(
            Region region, Kind kind, @Nullable Position after, int limit, Actor actor) {
        readers.mustRead(region, actor);
        List<ItemGap> found = new ArrayList<>();
        if (after == null || !after.own()) {
            snapshots.current().at(region).stated().values().stream()
                    .filter(item -> after == null || item.code().compareTo(after.code()) > 0)
                    .filter(item -> !item.milestone() && isMissing(kind, item))
                    .sorted(Comparator.comparing(Item::code))
                    .limit(limit)
                    .forEach(item -> found.add(gap(region, kind, item, false)));
        }
        if (found.size() < limit && !region.equals(Region.TEMPLATE)) {
            LocalDate today = WorkingDays.today(clock);
            List<String> codes =
                    comparisons.gaps(
                            region,
                            kind == Kind.CATEGORY_UNKNOWN,
                            after != null && after.own() ? after.code() : "",
                            limit - found.size(),
                            today);
            Map<String, OwnItem> own = items.newest(region, codes, today);
            codes.forEach(
                    code ->
                            found.add(
                                    gap(
                                            region,
                                            kind,
                                            Objects.requireNonNull(own.get(code)).item(),
                                            true)));
        }
        return found;
    }

    private static boolean isMissing(Kind kind, Item item) {
        return switch (kind) {
            case CATEGORY_UNKNOWN -> item.exclusion().category() == Exclusion.Category.UNKNOWN;
            case CLAUSE_MISSING ->
                    item.materials().stream().anyMatch(material -> material.basis() == null);
        };
    }

    private static ItemGap gap(Region region, Kind kind, Item item, boolean own) {
        return new ItemGap(
                region,
                item.code(),
                item.nameZh(),
                item.nameEn(),
                own,
                kind == Kind.CLAUSE_MISSING
                        ? item.materials().stream()
                                .filter(material -> material.basis() == null)
                                .map(Material::nameZh)
                                .toList()
                        : List.of());
    }
}

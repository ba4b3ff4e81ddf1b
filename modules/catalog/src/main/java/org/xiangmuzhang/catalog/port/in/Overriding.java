package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** A place does an item in its own way. */
public interface Overriding {

    /** What the place does in its own way; version 0 and no values when it does nothing so. */
    ItemOverride at(Region region, String code);

    /**
     * Replaces the place's values for an item. They hold there and at the places below.
     *
     * @param before version of the override that the editor saw; else {@code version-stale}
     */
    ItemOverride override(Region region, String code, LocalValues values, long before, Actor actor);

    /**
     * Overrides of a region and the places below it, of items and of rows, whose underlying item or
     * row has changed since.
     */
    List<Conflict> conflicts(Region within);

    /**
     * @param table {@code items} for an item
     * @param code the item's code, or the row's key
     * @param base version of the item that the place had before it; null for a row
     * @param current version that its parents have now; null when the item is gone, and for a row
     * @param changed names of the item's properties or the row's columns that differ between then
     *     and now
     */
    record Conflict(
            Region region,
            String table,
            String code,
            @Nullable String base,
            @Nullable String current,
            List<String> changed) {}
}

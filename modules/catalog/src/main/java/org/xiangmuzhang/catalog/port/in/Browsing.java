package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Organ;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.list.Desk;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;

/** Looking at the catalog, beyond what other contexts need. */
public interface Browsing {

    /** Number of the catalog as it is now; it rises with every change anywhere. */
    long version();

    /** What is the same everywhere. */
    Template template();

    /** The catalog at a place; refuses an unlisted region with {@code region-unknown}. */
    PlaceView at(Region region);

    /**
     * Items of a place by stage and code; null does not narrow.
     *
     * @param name part of the Chinese or English name or of the code, whatever the case
     */
    List<Item> items(
            Region region,
            @Nullable Stage stage,
            @Nullable String department,
            @Nullable String name);

    /**
     * An item at a place, in the version that holds or, with {@code version}, in an older one;
     * refuses with {@code item-unknown} or {@code item-version-unknown}.
     */
    Item item(Region region, String code, @Nullable String version);

    /** Where somebody at a place goes with an item today, the nearest first. */
    List<Desk> desks(Region region, Item item);

    /** Who decides on an item at a place today. */
    Organ organ(Region region, Item item);

    /** What comes before an item at a place, by code. */
    List<Precondition> preconditions(Region region, String code);

    /**
     * What an item at a place rests on, and what it makes possible; refuses {@code item-unknown}.
     */
    Surroundings around(Region region, String code);

    /**
     * @param basis what the item or its legal limit rests on, or null
     * @param clauses which clause asks for each material, by its id, as far as that is known
     * @param following items that wait for it or need what it makes, fifty at most
     */
    record Surroundings(
            @Nullable String basis, Map<String, String> clauses, List<Item> following) {}
}

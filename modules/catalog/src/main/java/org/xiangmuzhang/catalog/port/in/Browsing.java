package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** Looking at the catalog, beyond what other contexts need. */
public interface Browsing {

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

    /** What comes before an item at a place, by code. */
    List<Precondition> preconditions(Region region, String code);
}

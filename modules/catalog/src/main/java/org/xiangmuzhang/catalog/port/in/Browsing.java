package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.kernel.Region;

/** Looking at the catalog, beyond what other contexts need. */
public interface Browsing {

    /** What is the same everywhere. */
    Template template();

    /** The catalog at a place; refuses an unlisted region with {@code region-unknown}. */
    PlaceView at(Region region);

    /**
     * An item at a place, in the version that holds or, with {@code version}, in an older one;
     * refuses with {@code item-unknown} or {@code item-version-unknown}.
     */
    Item item(Region region, String code, @Nullable String version);
}

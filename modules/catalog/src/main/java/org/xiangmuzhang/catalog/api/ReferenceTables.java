package org.xiangmuzhang.catalog.api;

import org.xiangmuzhang.kernel.Region;

/** Reading the reference tables that the catalog keeps, its own and those of other contexts. */
public interface ReferenceTables {

    /**
     * A table as it holds at a place; an unlisted place sees the template. Refuses {@code
     * table-unknown}.
     */
    ReferenceRows rows(String table, Region region);

    /**
     * A table in any version that held somewhere. Refuses {@code table-unknown} and {@code
     * table-version-unknown}.
     */
    ReferenceRows rows(String table, String version);
}

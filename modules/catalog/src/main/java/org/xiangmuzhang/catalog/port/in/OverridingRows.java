package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** A place has a row of a reference table in its own way: changed, added, or not at all. */
public interface OverridingRows {

    /** What the place does in its own way; version 0 when it does nothing so. */
    RowOverride at(Region region, String table, String key);

    /** What the place itself does in its own way in a table. */
    List<RowOverride> at(Region region, String table);

    /**
     * Replaces what the place does with the row. It holds there and at the places below. Faults of
     * the tables as they would be then are thrown as {@code TablesRefused}.
     *
     * @param key the row's key; parts are joined with a slash
     * @param before version of the override that the editor saw; else {@code version-stale}
     */
    RowOverride override(
            Region region, String table, String key, LocalRow row, long before, Actor actor);
}

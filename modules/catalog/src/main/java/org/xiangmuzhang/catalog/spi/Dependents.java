package org.xiangmuzhang.catalog.spi;

import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/**
 * Says beforehand what a change of the catalog touches; a bean of a context that goes by it, and
 * none at all is right, too.
 */
public interface Dependents {

    /**
     * What at these places stands on a row.
     *
     * @param table {@code items} for an item
     * @param key the row's, for an item its code
     * @param items codes of the items that the row is about
     */
    List<Line> of(Set<Region> places, String table, String key, Set<String> items);

    /**
     * One kind of thing that is touched.
     *
     * @param sentence key of its sentence in the bundles
     */
    record Line(String sentence, long count) {}
}

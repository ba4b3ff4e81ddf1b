package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.search.Filter;
import org.xiangmuzhang.catalog.domain.search.Hit;
import org.xiangmuzhang.catalog.domain.search.LifeCycle;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;

/** Finding and browsing what holds at a place today, of the template and of lists alike. */
public interface SearchingItems {

    /** The work that makes up for what is not to be found yet. */
    String WORK = "catalog.search";

    /**
     * Items in the order in which they fit; refuses with {@code region-unknown} or {@code
     * search-too-long}.
     *
     * @param typed words, two characters, pinyin, initials or a code; the empty text for all items,
     *     by code
     * @param after where the last page ended, or null
     * @param limit so many at most
     */
    List<Found> find(Region place, String typed, Filter filter, @Nullable Hit after, int limit);

    /** How many items there are of each sort: by each aspect as the others narrow it. */
    Facets facets(Region place, String typed, Filter filter);

    /** An item that was found. */
    record Found(Hit at, Item item) {}

    /**
     * @param total how many items the whole filter leaves
     * @param themes by code of the package, those with the most items first
     * @param departments by code, in its order
     */
    record Facets(
            long total,
            Map<Stage, Long> stages,
            Map<LifeCycle, Long> turns,
            Map<String, Long> themes,
            Map<String, Long> departments) {}
}

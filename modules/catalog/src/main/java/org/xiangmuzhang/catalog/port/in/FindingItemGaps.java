package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/**
 * What nobody has said yet of the items of a place, for its editor: nothing is invented, and until
 * then the careful answer counts.
 */
public interface FindingItemGaps {

    /**
     * Items of the template as they hold at a place, then those of its own list, each by code;
     * refuses {@code region-unknown} and {@code proposals-of-another-place}.
     */
    List<ItemGap> page(Region region, Kind kind, @Nullable Position after, int limit, Actor actor);

    /** What is missing. */
    enum Kind {
        /** Whether commitment and later supply are excluded; until then they count as excluded. */
        CATEGORY_UNKNOWN,
        /** The clause that asks for a material. */
        CLAUSE_MISSING
    }

    /**
     * Behind which item a list goes on.
     *
     * @param own of the place's own list, which comes after the template's items
     */
    record Position(boolean own, String code) {}

    /**
     * An item of which something is missing.
     *
     * @param own of the place's own list
     * @param materials names of those without a clause, when that is what is asked for
     */
    record ItemGap(
            Region region,
            String code,
            String nameZh,
            String nameEn,
            boolean own,
            List<String> materials) {
        public Position position() {
            return new Position(own, code);
        }
    }
}

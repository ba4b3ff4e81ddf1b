package org.xiangmuzhang.catalog.domain.bundle;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.catalog.api.Item;

import java.util.List;

/**
 * An item of a package.
 *
 * @param step at which it is reviewed, from 1; those of one step run at the same time
 * @param after codes of the items of the package that it waits for
 */
@ValueObject
public record Part(Item item, Place place, int step, List<String> after) {

    public Part {
        after = List.copyOf(after);
    }

    /** What the item is within the package. */
    public enum Place {
        /** Decided with the others. */
        DECIDED,
        /** Its decision stands for those that are replaced. */
        STANDS_FOR_OTHERS,
        /** Counts as done by the decision that stands for it. */
        REPLACED,
        /** Changed by the first item without an application. */
        CARRIED,
        /** Another one of the same choice is counted. */
        INSTEAD
    }
}

package org.xiangmuzhang.catalog.domain.list;

import org.jmolecules.ddd.annotation.ValueObject;

/** What a table puts on a list and the catalog contradicts; for the editor to mend. */
@ValueObject
public record LeftOut(String key, String nameZh, String nameEn, Reason reason) {

    /** Why it is not on the list. */
    public enum Reason {
        /** The catalog has no such item at the place. */
        ITEM_LAPSED,
        /** What is done at once cannot be promised for a later day. */
        PROMISED_LATER,
        /** A model row, for which a place must name its park. */
        NO_PARK,
        /** A model row, for which a place must name itself. */
        NO_PLACE,
        /** A paper of an intermediary that no listed service makes; the applicant may make it. */
        NO_SERVICE,
        /** What departments require of a trade cannot hold together. */
        CONTRADICTORY,
        /** What departments require of a trade is given in different units. */
        UNITS_DIFFER
    }
}

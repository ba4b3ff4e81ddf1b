package org.xiangmuzhang.supervision;

import org.xiangmuzhang.catalog.PlainCatalog;
import org.xiangmuzhang.supervision.domain.Autumn;

/** A catalog of nothing but the calendar of an autumn. */
class SmallCatalog extends PlainCatalog {

    SmallCatalog() {
        super(Autumn.CALENDAR);
    }
}

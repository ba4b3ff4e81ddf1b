package org.xiangmuzhang.catalog.domain.list;

import org.xiangmuzhang.catalog.api.Item;

/** A way in which an item is served beside the ordinary one. */
public enum ServiceWay {
    /** 全城通办: accepted at any hall of the city, decided where it was. */
    CITY_WIDE,
    /** 跨省通办. */
    CROSS_PROVINCE,
    /** 周末办: on days that are no working days. */
    WEEKEND,
    /** 秒批秒办: decided by rule at once. */
    ON_THE_SPOT,
    /** 半小时办结. */
    HALF_HOUR,
    /** 直办目录下沉: decided at the township. */
    TOWNSHIP;

    /** Whether an item may be served so: what is done at once is promised for the same day. */
    boolean suits(Item item) {
        return !item.milestone()
                && (this != ON_THE_SPOT && this != HALF_HOUR || item.promised().days() == 0);
    }
}

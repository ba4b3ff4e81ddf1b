package org.xiangmuzhang.catalog.spi;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Says how often items were asked for; a bean of a context that takes applications, and none at all
 * is right, too: then no list changes by demand.
 */
public interface Demand {

    /**
     * How many applications each item had, by its code; an item that nobody asked for is left out.
     *
     * @param places where they were handed in
     * @param from first day on which they were received
     * @param until last day
     */
    Map<String, Long> asked(Set<Region> places, LocalDate from, LocalDate until);
}

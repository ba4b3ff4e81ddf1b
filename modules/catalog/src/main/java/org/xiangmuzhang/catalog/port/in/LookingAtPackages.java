package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;

/** Packages 一件事 as they hold at a place, with what they join and what they save. */
public interface LookingAtPackages {

    /** All packages of a place in the order of their table; refuses {@code region-unknown}. */
    List<PackageLine> packages(Region region);

    /** One package of a place; refuses {@code package-unknown}. */
    OneMatter matter(Region region, String code);

    /**
     * One package for somebody who wants to apply for it; refuses {@code package-lapsed} when the
     * catalog does not list all of its items any more, {@code package-without-items} when it lists
     * none.
     */
    OneMatter forNewUse(Region region, String code);

    /**
     * What a row of the table of packages would come to at a place; nothing is kept. Unknown items
     * stand among those that lapsed.
     *
     * @param row fields by column
     */
    OneMatter preview(Region region, Map<String, String> row);

    /**
     * A package in a list.
     *
     * @param place where it was published, in Chinese
     * @param lead code of the department that leads it, or null
     * @param items how many items it joins
     * @param lapsed codes of items that the catalog does not list here any more
     */
    record PackageLine(
            String code,
            String nameZh,
            String nameEn,
            @Nullable Family family,
            String kind,
            String place,
            @Nullable String lead,
            int items,
            List<String> lapsed) {

        public PackageLine {
            lapsed = List.copyOf(lapsed);
        }
    }
}

package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** Looking at the lists of places. */
public interface ReadingOwnItems {

    /** Items of lists that hold at a place today, by code; refuses {@code region-unknown}. */
    List<OwnItem> page(Region region, Narrowed narrowed, String after, int limit);

    /** The item of a list as it holds at a place today; refuses {@code item-unknown}. */
    OwnItem holding(Region region, String code);

    /** Versions of an item of the place's own list, the one that begins last first. */
    List<VersionLine> versions(Region region, String code);

    /**
     * What differs between two versions of an item of the template or of a list, like a change log.
     * Refuses {@code item-version-unknown}.
     */
    List<ItemChange> changes(Region region, String code, String from, String to);
}

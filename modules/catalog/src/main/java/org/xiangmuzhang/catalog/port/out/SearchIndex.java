package org.xiangmuzhang.catalog.port.out;

import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.search.About;
import org.xiangmuzhang.catalog.domain.search.Hit;
import org.xiangmuzhang.catalog.domain.search.SearchText;
import org.xiangmuzhang.catalog.domain.search.Sought;
import org.xiangmuzhang.catalog.domain.search.Themes;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** By what the items of lists of places are found. It can be made anew from what they say. */
public interface SearchIndex {

    /**
     * A list to be searched.
     *
     * @param nearer places whose own version of an item goes before that of the list
     */
    record Shelf(Region region, List<Region> nearer) {}

    /** Puts down by what versions are found; those that are there already stay. */
    void add(UUID publication, Map<OwnItem, SearchText> texts);

    /** Items of a list that hold on a day, behind one. */
    List<Hit> find(
            Shelf shelf, Sought sought, Themes.Scope scope, Hit after, int limit, LocalDate day);

    /** How many of them there are of each sort. */
    Map<About, Long> count(Shelf shelf, Sought sought, LocalDate day);

    /** A publication whose versions are not all put down, or empty. */
    Optional<UUID> due();

    /** Versions of a publication that are not put down. */
    List<OwnItem> missing(UUID publication, int limit);

    /** All versions of the publication are put down. */
    void done(UUID publication);
}

package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the list of a place with those above it, without reading what the items say. */
public interface ItemComparisons {

    /** Which of these places have a list. */
    Set<Region> listed(Collection<Region> places);

    /**
     * Items of a place behind a code, by code, each beside the item of the same code of the nearest
     * place above; where there is none, beside the template's item that it stands below, in what it
     * has of that, or beside an item above that is named alike.
     *
     * @param above the nearest first
     * @param template items as they are stated above the place, by code
     */
    List<Compared> compare(
            Region region,
            List<Region> above,
            Map<String, ItemSheet> template,
            String after,
            int limit,
            LocalDate day);

    /** Items of a place with a gap of this kind, behind a code. */
    List<String> gaps(Region region, boolean unsorted, String after, int limit, LocalDate day);

    /**
     * One item, compared.
     *
     * @param above place of the item that it was compared with; the template's when it was compared
     *     with an item of the template, null with nothing
     * @param aboveCode code of that item, or null
     * @param differing elements in which they differ
     * @param upperDeviates those of them in which the highest item of this code agrees with this
     *     one, and the one above does not
     */
    record Compared(
            String code,
            boolean holds,
            @Nullable Region above,
            @Nullable String aboveCode,
            Set<Element> differing,
            Set<Element> upperDeviates) {}
}

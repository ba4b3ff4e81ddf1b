package org.xiangmuzhang.catalog.api;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reading the catalog as it holds at a place: the place's own value, else its parents', else the
 * template's.
 */
public interface Catalog {

    /**
     * The item at a place, of the template or of a list of the place or one above it, or empty when
     * the catalog does not list it today.
     */
    Optional<Item> item(Region region, String code);

    /**
     * The item in the version by which somebody has accepted it, also when it holds no longer; as
     * it holds now when there never was such a version.
     */
    default Optional<Item> itemInVersion(Region region, String code, String version) {
        return item(region, code);
    }

    /**
     * All items of the template as they hold at a place, by stage and code: those that plans are
     * drawn from. Lists of places may be long; see {@link #items(Region, String, int)}.
     */
    List<Item> items(Region region);

    /**
     * Items that hold at a place today, of the template and of lists, by code.
     *
     * @param after the code to go on behind; the empty text for the beginning
     * @param limit so many at most
     */
    default List<Item> items(Region region, String after, int limit) {
        return items(region).stream()
                .filter(item -> item.code().compareTo(after) > 0)
                .sorted(Comparator.comparing(Item::code))
                .limit(limit)
                .toList();
    }

    /** Every item that holds at a place today by code, a few hundred in memory at a time. */
    default void eachItem(Region region, Consumer<Item> use) {
        List<Item> page = items(region, "", 500);
        while (!page.isEmpty()) {
            page.forEach(use);
            page = items(region, page.getLast().code(), 500);
        }
    }

    /**
     * Items that hold at a place today and are found by what somebody types, those that fit best
     * first: part of a name, pinyin, initials, a code.
     */
    default List<Item> named(Region region, String text, int limit) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        return items(region).stream()
                .filter(
                        item ->
                                (item.nameZh() + ' ' + item.nameEn() + ' ' + item.code())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(part))
                .limit(limit)
                .toList();
    }

    /**
     * Who decides on an item at a place on a day: whom the power was given to, else the item's
     * department.
     */
    default Organ organ(Region region, Item item, LocalDate day) {
        return new Organ(item.department(), item.department(), Organ.Why.CATALOG, null, null);
    }

    /** What this type of project needs at a place. */
    Optional<ProjectType> projectType(Region region, String code);

    /** All project types that hold at a place, by code; items and dependencies included. */
    List<ProjectType> projectTypes(Region region);

    /** What comes before an item at a place, whatever the type of project. */
    List<Dependency> dependenciesOf(Region region, String item);

    /** Merged approvals that hold at a place. */
    List<MergedItem> mergedItems(Region region);

    /** The working calendar in force, with its version. */
    WorkingDays calendar();

    /** Chinese name of a department, or its code when unknown. */
    String departmentName(String code);

    /** Name of a department in this language, in Chinese when it has no other. */
    default String departmentName(String code, Locale language) {
        return departmentName(code);
    }

    /**
     * What a place calls its department of this kind, where it keeps a record of it, else the name
     * of the kind.
     */
    default String departmentName(Region place, String code, Locale language) {
        return departmentName(code, language);
    }

    /** Whether the catalog lists the region as a place; the template's is none. */
    boolean knows(Region region);

    /** Chinese name of a region, or its code when unknown. */
    String regionName(Region region);

    /** Whether this is a division (two digits) or section of GB/T 4754-2017. */
    boolean knowsIndustry(String code);
}

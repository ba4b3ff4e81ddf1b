package org.xiangmuzhang.catalog.api;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reading the catalog as it holds at a place: the place's own value, else its parents', else the
 * template's.
 */
public interface Catalog {

    /** The item at a place, or empty when the catalog does not list it. */
    Optional<Item> item(Region region, String code);

    /** All items that hold at a place, by stage and code. */
    List<Item> items(Region region);

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

    /** Whether the catalog lists the region as a place; the template's is none. */
    boolean knows(Region region);

    /** Chinese name of a region, or its code when unknown. */
    String regionName(Region region);

    /** Whether this is a division (two digits) or section of GB/T 4754-2017. */
    boolean knowsIndustry(String code);
}

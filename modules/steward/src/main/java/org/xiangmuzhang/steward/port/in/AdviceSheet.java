package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which combinations of courses shorten a project.
 *
 * @param on the day it was worked out for; nothing of it is kept
 * @param present finish of the plan with the courses chosen now
 * @param plain finish of the plan with no course that could be left, or null: there is none
 * @param open every course that is open to the project, by itself
 * @param excluded items that may owe nothing because of what they are about
 * @param options no other combination beats one of them; the earliest finish first
 * @param complete false: the search ended at its bound, and a better combination may exist
 * @param drawn how many plans were drawn for it
 * @param beyond orders that commitment or a regional assessment may end; no plan is drawn by them
 */
public record AdviceSheet(
        UUID project,
        LocalDate on,
        LocalDate present,
        @Nullable LocalDate plain,
        List<Taken> open,
        List<Excluded> excluded,
        List<Option> options,
        boolean complete,
        int drawn,
        List<Ground> beyond) {

    /**
     * A combination.
     *
     * @param saved working days before the present finish; less than zero is after it
     * @param obligations how many obligations it leaves behind
     * @param courses empty: the plain plan
     * @param wishes what the form of the plan would hold
     * @param unproven critical items whose promised days are a starting value of the catalog
     */
    public record Option(
            LocalDate finish,
            int saved,
            int obligations,
            List<Taken> courses,
            PlanSheet.Wishes wishes,
            List<Named> unproven) {}

    /**
     * A course of a combination.
     *
     * @param kind PARALLEL, MERGED, SIMULATED or OWED
     * @param item null for what is taken for the whole plan
     * @param source where the catalog has it from that the item may be handled so
     * @param grounds the orders that it relaxes: its condition
     * @param replaces what a merged item stands for
     * @param alone working days by which it shortens the plain plan by itself; null: it cannot be
     *     taken by itself, or there is no plain plan
     * @param within working days by which the combination is longer without it; null: there is none
     *     without it, or it is shown by itself
     * @param cost in yuan, or null: the catalog holds none
     * @param obligations what it leaves behind: VOID_WITHOUT_CONDITION, NO_BUILDING_ON_IT,
     *     OWED_MATERIALS
     * @param settled under way already, so that it is no choice
     */
    public record Taken(
            String kind,
            @Nullable Named item,
            @Nullable String source,
            List<Ground> grounds,
            List<Named> replaces,
            @Nullable Integer alone,
            @Nullable Integer within,
            @Nullable BigDecimal cost,
            List<String> obligations,
            boolean settled) {}

    /**
     * An item that may owe nothing.
     *
     * @param category what it is about; UNKNOWN: nobody has said yet, which counts as excluded
     * @param clause that excludes it, or null
     */
    public record Excluded(Named item, String category, @Nullable String clause) {}

    /** An item by its code and its names. */
    public record Named(String code, String name, String nameEn) {}

    /**
     * An order of the catalog.
     *
     * @param dependency its id in the catalog
     * @param kind LEGAL, MATERIAL or PRACTICAL
     * @param relaxableBy what makes it fall away or bind later
     * @param appliesWhen what the catalog says of it
     * @param source code of its source in the catalog, or null
     * @param sourceTitle title of the source, or null
     */
    public record Ground(
            String dependency,
            Named from,
            Named to,
            String kind,
            String relaxableBy,
            String appliesWhen,
            @Nullable String source,
            @Nullable String sourceTitle) {}
}

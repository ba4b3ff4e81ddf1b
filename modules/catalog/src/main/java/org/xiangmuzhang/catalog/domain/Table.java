package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.catalog.spi.ReferenceTable;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A reference table, known by its name.
 *
 * @param text the name, as in {@code items.csv} without its ending
 * @param local whether a place may have rows of its own way; regions and departments name the same
 *     everywhere, and items with their materials are overridden as one
 */
public record Table(String text, boolean local, Supplier<List<Column>> declared) {

    public static final Table SOURCES = new Table("sources", false, Columns::sources);
    public static final Table DEPARTMENTS = new Table("departments", false, Columns::departments);
    public static final Table REGIONS = new Table("regions", false, Columns::regions);
    public static final Table INDUSTRIES = new Table("industries", false, Columns::industries);
    public static final Table WORKDAYS = new Table("workdays", false, Columns::workdays);
    public static final Table ITEMS = new Table("items", false, Columns::items);
    public static final Table MILESTONES = new Table("milestones", false, Columns::milestones);
    public static final Table ITEM_DEPENDENCIES =
            new Table("item_dependencies", true, Columns::dependencies);
    public static final Table ITEM_MATERIALS =
            new Table("item_materials", false, Columns::materials);
    public static final Table PACKAGES = new Table("packages", true, Columns::packages);
    public static final Table MERGED_APPROVALS =
            new Table("merged_approvals", true, Columns::mergedApprovals);
    public static final Table PROJECT_TYPES =
            new Table("project_types", true, Columns::projectTypes);
    public static final Table PROJECT_TYPE_ITEMS =
            new Table("project_type_items", true, Columns::projectTypeItems);

    public static final Table ITEM_STEPS = new Table("item_steps", true, ServiceColumns::steps);
    public static final Table FIELD_MEANINGS =
            new Table("field_meanings", true, ServiceColumns::meanings);
    public static final Table ITEM_FIELDS = new Table("item_fields", true, ServiceColumns::fields);
    public static final Table ITEM_SERVICES =
            new Table("item_services", true, ServiceColumns::services);
    public static final Table ITEM_DELEGATIONS =
            new Table("item_delegations", true, ServiceColumns::delegations);
    public static final Table SEALS = new Table("seals", true, ServiceColumns::seals);
    public static final Table ITEM_TRANSFERS =
            new Table("item_transfers", true, ServiceColumns::transfers);
    public static final Table INTERMEDIARY_SERVICES =
            new Table("intermediary_services", true, ServiceColumns::intermediaries);

    public static final Table TRADE_REQUIREMENTS =
            new Table("trade_requirements", true, ServiceColumns::requirements);

    /** The catalog's own; each refers to earlier ones or to itself only. */
    public static final List<Table> OWN =
            List.of(
                    SOURCES,
                    DEPARTMENTS,
                    REGIONS,
                    INDUSTRIES,
                    WORKDAYS,
                    ITEMS,
                    MILESTONES,
                    ITEM_DEPENDENCIES,
                    ITEM_MATERIALS,
                    PACKAGES,
                    MERGED_APPROVALS,
                    PROJECT_TYPES,
                    PROJECT_TYPE_ITEMS,
                    ITEM_STEPS,
                    FIELD_MEANINGS,
                    ITEM_FIELDS,
                    ITEM_SERVICES,
                    ITEM_DELEGATIONS,
                    SEALS,
                    ITEM_TRANSFERS,
                    INTERMEDIARY_SERVICES,
                    TRADE_REQUIREMENTS);

    /** A table that another context owns. */
    public static Table of(ReferenceTable contributed) {
        return new Table(contributed.name(), contributed.local(), contributed::columns);
    }

    public List<Column> columns() {
        return declared.get();
    }

    /** The columns that no two rows may share, together. */
    public List<String> keys() {
        return columns().stream().filter(Column::key).map(Column::name).toList();
    }

    /** The key of a row with these fields. */
    public String key(Map<String, String> fields) {
        return String.join(
                "/", keys().stream().map(column -> fields.getOrDefault(column, "")).toList());
    }

    public List<String> header() {
        return columns().stream().map(Column::name).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && table.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}

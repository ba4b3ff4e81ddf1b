package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.Locale;

/** The tables of the catalog; each refers to earlier ones or to itself only. */
public enum Table {
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
    PROJECT_TYPE_ITEMS;

    /** The table of this name, as in {@code items.csv} without its ending. */
    public static Table named(String name) {
        for (Table table : values()) {
            if (table.text().equals(name)) {
                return table;
            }
        }
        throw Refusal.notFound("table-unknown", name);
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return Columns.of(this);
    }

    public List<String> header() {
        return columns().stream().map(Column::name).toList();
    }
}

package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What a place does in its own way with one row of a table.
 *
 * @param base the row's fields as the parents had them then; null when they had no such row
 * @param version 1 for the first, one more with each change; 0 when there is none yet
 * @param since version of the catalog that this came with
 */
@Entity
public record RowOverride(
        @Identity Region region,
        @Identity String table,
        @Identity String key,
        @Nullable Map<String, String> base,
        LocalRow row,
        long version,
        long since) {

    /** The row that holds at the place over that of its parents; null for none. */
    @Nullable Row over(@Nullable Row parent) {
        if (row.absent()) {
            return null;
        }
        if (parent == null && base != null || row.fields().isEmpty()) {
            return parent;
        }
        Map<String, String> fields = new HashMap<>(parent == null ? Map.of() : parent.fields());
        fields.putAll(row.fields());
        return new Row(parent == null ? 0 : parent.line(), fields);
    }

    /** Refuses fields that the table does not have, and another key. */
    void check(Table of, @Nullable Row parent) {
        row.fields()
                .forEach(
                        (column, value) -> {
                            if (!of.header().contains(column)) {
                                throw Refusal.invalid(
                                        "column-not-of-table", "/fields/" + column, column, table);
                            }
                        });
        Row result = over(parent);
        String found = result == null ? key : new Sheet(of, List.of()).key(result);
        if (!found.equals(key)) {
            throw Refusal.invalid("row-key-differs", "/fields", key, found);
        }
    }

    /** Whether the parents have the row otherwise than when the place decided. */
    boolean isOutdated(@Nullable Row parent) {
        return !Objects.equals(base, parent == null ? null : parent.fields());
    }

    /** The columns in which the parents' row differs from the base; all when one is missing. */
    public List<String> changed(@Nullable Row parent) {
        Map<String, String> before = base == null ? Map.of() : base;
        Map<String, String> now = parent == null ? Map.of() : parent.fields();
        TreeSet<String> columns = new TreeSet<>(before.keySet());
        columns.addAll(now.keySet());
        columns.removeIf(column -> Objects.equals(before.get(column), now.get(column)));
        return List.copyOf(columns);
    }
}

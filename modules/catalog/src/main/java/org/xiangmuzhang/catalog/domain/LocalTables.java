package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.kernel.Region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that places have in their own way, by place. */
final class LocalTables {

    static final LocalTables NONE = new LocalTables(Map.of());

    private final Map<Region, List<RowOverride>> overrides;

    private LocalTables(Map<Region, List<RowOverride>> overrides) {
        this.overrides = overrides;
    }

    /** These with some new or changed. */
    LocalTables with(Collection<RowOverride> changed) {
        Map<Region, List<RowOverride>> merged = new HashMap<>(overrides);
        for (RowOverride override : changed) {
            List<RowOverride> own =
                    new ArrayList<>(merged.getOrDefault(override.region(), List.of()));
            own.removeIf(
                    old ->
                            old.table().equals(override.table())
                                    && old.key().equals(override.key()));
            own.add(override);
            merged.put(override.region(), List.copyOf(own));
        }
        return new LocalTables(merged);
    }

    List<RowOverride> of(Region region) {
        return overrides.getOrDefault(region, List.of());
    }

    List<RowOverride> all() {
        return overrides.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The tables as they hold at the first place of the chain, whose last is the template. An order
     * of a place that a later template turns into a circle does not hold until it decides again.
     */
    Library at(Library template, List<Region> chain) {
        Library library = template;
        for (Region region : chain.reversed()) {
            Library local = over(library, of(region));
            library =
                    local.equals(library) || Graph.ofItems(local).cycle().isEmpty()
                            ? local
                            : local.with(List.of(library.sheet(Table.ITEM_DEPENDENCIES)));
        }
        return library;
    }

    /** The tables of the parents with what one place does in its own way. */
    static Library over(Library parents, List<RowOverride> own) {
        Map<Table, Map<String, Row>> changed = new LinkedHashMap<>();
        for (RowOverride override : own) {
            parents.table(override.table())
                    .ifPresent(
                            table -> {
                                Map<String, Row> rows =
                                        changed.computeIfAbsent(
                                                table, same -> byKey(parents.sheet(same)));
                                Row row = override.over(rows.get(override.key()));
                                if (row == null) {
                                    rows.remove(override.key());
                                } else {
                                    rows.put(override.key(), row);
                                }
                            });
        }
        return changed.isEmpty()
                ? parents
                : parents.with(
                        changed.entrySet().stream()
                                .map(
                                        table ->
                                                new Sheet(
                                                        table.getKey(),
                                                        List.copyOf(table.getValue().values())))
                                .toList());
    }

    private static Map<String, Row> byKey(Sheet sheet) {
        Map<String, Row> rows = new LinkedHashMap<>();
        sheet.rows().forEach(row -> rows.put(sheet.key(row), row));
        return rows;
    }
}

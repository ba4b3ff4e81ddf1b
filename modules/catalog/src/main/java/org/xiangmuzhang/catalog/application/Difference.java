package org.xiangmuzhang.catalog.application;

import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an import changes.
 *
 * @param newVersions items whose own content is new
 * @param touched these, the items that are gone, and those with another order before them
 * @param calendar whether the working days are others
 */
record Difference(Set<String> newVersions, Set<String> touched, boolean calendar) {

    static Difference between(Library before, Library after) {
        Map<String, String> old = before.itemHashes();
        Map<String, String> now = after.itemHashes();
        Set<String> versions = new TreeSet<>();
        now.forEach(
                (code, hash) -> {
                    if (!Objects.equals(hash, old.get(code))) {
                        versions.add(code);
                    }
                });
        Set<String> touched = new TreeSet<>(versions);
        old.keySet().stream().filter(code -> !now.containsKey(code)).forEach(touched::add);
        touched.addAll(waiting(before, after));
        touched.addAll(waiting(after, before));
        boolean calendar =
                !before.sheet(Table.WORKDAYS).hash().equals(after.sheet(Table.WORKDAYS).hash());
        return new Difference(versions, touched, calendar);
    }

    /** Items that wait by an edge of the one library that the other does not have like this. */
    private static Set<String> waiting(Library one, Library other) {
        Set<Map<String, String>> known = new HashSet<>();
        other.rows(Table.ITEM_DEPENDENCIES).forEach(row -> known.add(row.fields()));
        Set<String> waiting = new HashSet<>();
        for (Row row : one.rows(Table.ITEM_DEPENDENCIES)) {
            if (!known.contains(row.fields())) {
                waiting.add(row.get("to_item"));
            }
        }
        return waiting;
    }
}

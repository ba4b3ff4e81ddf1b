package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One line of what differs between two versions of an item.
 *
 * @param material name of the material that it is about, or null when it is about the item
 * @param column what differs; empty when a material came or went
 * @param from as it was, or null
 * @param to as it is, or null
 * @param reason the clause that asks for the material, as far as it is said
 */
@ValueObject
public record ItemChange(
        Kind kind,
        @Nullable String material,
        String column,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    /** What happened. */
    public enum Kind {
        FIELD,
        MATERIAL_ADDED,
        MATERIAL_REMOVED,
        MATERIAL_CHANGED,
        WITHDRAWN,
        NEW
    }

    /** What differs, in the order of the columns, a limit in one line. */
    public static List<ItemChange> between(ItemSheet one, ItemSheet other) {
        List<ItemChange> changes = new ArrayList<>();
        Map<String, String> old = one.shown();
        Map<String, String> now = other.shown();
        for (String column : columns()) {
            String from = old.get(column);
            String to = now.get(column);
            if (!Objects.equals(from, to)) {
                changes.add(new ItemChange(Kind.FIELD, null, column, from, to, null));
            }
        }
        Map<String, Map<String, String>> before = byNumber(one);
        Map<String, Map<String, String>> after = byNumber(other);
        before.forEach(
                (number, material) -> {
                    if (!after.containsKey(number)) {
                        changes.add(whole(Kind.MATERIAL_REMOVED, material));
                    }
                });
        after.forEach(
                (number, material) -> {
                    Map<String, String> earlier = before.get(number);
                    if (earlier == null) {
                        changes.add(whole(Kind.MATERIAL_ADDED, material));
                    } else {
                        changed(earlier, material, changes);
                    }
                });
        return changes;
    }

    private static Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        ItemColumns.ITEM.forEach(
                column -> columns.add(column.name().replaceFirst("_(days|unit)$", "")));
        return columns;
    }

    private static Map<String, Map<String, String>> byNumber(ItemSheet sheet) {
        Map<String, Map<String, String>> materials = new LinkedHashMap<>();
        sheet.materials().forEach(it -> materials.put(it.getOrDefault("material_number", ""), it));
        return materials;
    }

    private static ItemChange whole(Kind kind, Map<String, String> material) {
        String name = material.getOrDefault("material_name_zh", "");
        return new ItemChange(kind, name, "", null, null, material.get("material_basis"));
    }

    private static void changed(
            Map<String, String> old, Map<String, String> now, List<ItemChange> changes) {
        ItemColumns.MATERIAL.forEach(
                column -> {
                    String from = old.get(column.name());
                    String to = now.get(column.name());
                    if (!Objects.equals(from, to)) {
                        changes.add(
                                new ItemChange(
                                        Kind.MATERIAL_CHANGED,
                                        now.getOrDefault("material_name_zh", ""),
                                        column.name(),
                                        from,
                                        to,
                                        now.get("material_basis")));
                    }
                });
    }
}

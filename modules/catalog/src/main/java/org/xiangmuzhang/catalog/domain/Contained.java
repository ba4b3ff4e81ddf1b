package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two materials of one item whose names contain each other: perhaps the same is asked for twice.
 *
 * @param at which one it is, from 0
 */
@ValueObject
public record Contained(int at, String name, String other) {

    /** The rule by which they are flagged. */
    public static final String RULE = "material-contained";

    /** Each name that stands within another one; of two alike the later. */
    public static List<Contained> of(List<String> names) {
        List<Contained> found = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at);
            for (int i = 0; i < names.size(); i++) {
                String other = names.get(i);
                if (i != at && other.contains(name) && (other.length() > name.length() || i < at)) {
                    found.add(new Contained(at, name, other));
                    break;
                }
            }
        }
        return found;
    }

    /** Of an item as a place has it. */
    public static List<Fault> flags(Item item) {
        return of(item.materials().stream().map(Material::nameZh).toList()).stream()
                .map(
                        it ->
                                new Fault(
                                        Table.ITEM_MATERIALS.text(),
                                        it.at() + 1,
                                        "name_zh",
                                        RULE,
                                        List.of(it.name(), it.other())))
                .toList();
    }

    /** Of every item of the tables, each on the line of its row. */
    public static List<Fault> flags(Library library) {
        Map<String, List<Row>> materials = new LinkedHashMap<>();
        for (Row row : library.rows(Table.ITEM_MATERIALS)) {
            materials.computeIfAbsent(row.get("item_code"), same -> new ArrayList<>()).add(row);
        }
        List<Fault> flags = new ArrayList<>();
        for (List<Row> rows : materials.values()) {
            for (Contained it : of(rows.stream().map(row -> row.get("name_zh")).toList())) {
                flags.add(
                        Fault.of(
                                Table.ITEM_MATERIALS,
                                rows.get(it.at()),
                                "name_zh",
                                RULE,
                                it.name(),
                                it.other()));
            }
        }
        return flags.stream().limit(Fault.TOLD).toList();
    }
}

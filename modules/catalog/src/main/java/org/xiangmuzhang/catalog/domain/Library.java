package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that hold together. A table that was never imported is empty. */
@ValueObject
public record Library(Tables tables, Map<Table, Sheet> sheets) {

    public static final Library EMPTY = new Library(new Tables(Table.OWN), Map.of());

    public Library {
        sheets = Map.copyOf(sheets);
    }

    /** The table of this name, if there is one. */
    public Optional<Table> table(String name) {
        return tables.find(name);
    }

    public Sheet sheet(Table table) {
        return sheets.getOrDefault(table, new Sheet(table, List.of()));
    }

    public List<Row> rows(Table table) {
        return sheet(table).rows();
    }

    /** This library with some tables exchanged. */
    public Library with(Collection<Sheet> others) {
        Map<Table, Sheet> merged = new HashMap<>();
        merged.putAll(sheets);
        others.forEach(sheet -> merged.put(sheet.table(), sheet));
        return new Library(tables, merged);
    }

    /** This library with what a place does in its own way. */
    public Library withLocal(List<RowOverride> own) {
        return LocalTables.over(this, own);
    }

    /** A digest per item of everything that makes its version: row, materials, milestone. */
    public Map<String, String> itemHashes() {
        Map<String, List<Row>> materials = new HashMap<>();
        for (Row material : rows(Table.ITEM_MATERIALS)) {
            materials
                    .computeIfAbsent(material.get("item_code"), code -> new ArrayList<>())
                    .add(material);
        }
        Sheet milestones = sheet(Table.MILESTONES);
        Map<String, String> hashes = new HashMap<>();
        for (Row row : rows(Table.ITEMS)) {
            String code = row.get("item_code");
            Digest digest = new Digest();
            digest.add(new Sheet(Table.ITEMS, List.of(row)).hash());
            digest.add(
                    new Sheet(Table.ITEM_MATERIALS, materials.getOrDefault(code, List.of()))
                            .hash());
            milestones.rows().stream()
                    .filter(milestone -> milestone.get("item_code").equals(code))
                    .forEach(milestone -> digest.add(milestone.get("context")));
            hashes.put(code, digest.text());
        }
        return hashes;
    }
}

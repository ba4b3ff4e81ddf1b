package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.catalog.domain.graph.Circles;
import org.xiangmuzhang.catalog.spi.Column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks through tables that are to hold together, and finds every fault. */
public final class Inspection {

    /** The source of a limit that does not exist. */
    private static final String NO_SOURCE = "NONE";

    private static final String PRODUCERS = "produced_by_item";

    private final Library library;
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private Inspection(Library library) {
        this.library = library;
    }

    /** Refuses tables with faults, naming all of them. */
    public static void check(Library library) {
        refuse(faults(library, TableRules::faults));
    }

    /** Refuses what a place would do in its own way, naming every fault that it brings. */
    static void checkLocal(Library before, Library after) {
        List<Fault> brought = new ArrayList<>(faults(after, TableRules::localFaults));
        brought.removeAll(faults(before, TableRules::localFaults));
        refuse(brought);
    }

    private static List<Fault> faults(Library library, Function<Library, List<Fault>> rules) {
        Inspection inspection = new Inspection(library);
        List<Table> tables = library.tables().all();
        tables.forEach(inspection::keys);
        for (Table table : tables) {
            library.rows(table).forEach(row -> inspection.fields(table, row));
        }
        if (inspection.faults.isEmpty()) {
            inspection.faults.addAll(rules.apply(library));
        }
        return inspection.faults;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new TablesRefused(faults);
        }
    }

    private void add(Fault fault) {
        if (faults.size() < Fault.TOLD) {
            faults.add(fault);
        }
    }

    private void keys(Table table) {
        Sheet sheet = library.sheet(table);
        String column =
                table.columns().stream().filter(Column::key).findFirst().orElseThrow().name();
        Map<String, Row> seen = new HashMap<>();
        for (Row row : sheet.rows()) {
            String key = sheet.key(row);
            Row first = seen.putIfAbsent(key, row);
            if (first != null) {
                add(
                        Fault.of(
                                table,
                                row,
                                column,
                                "duplicate-key",
                                key,
                                Integer.toString(first.line())));
            }
        }
        Set<String> known = new HashSet<>(seen.keySet());
        if (table.equals(Table.SOURCES)) {
            known.add(NO_SOURCE);
        }
        keys.put(table.text(), known);
    }

    private void fields(Table table, Row row) {
        for (Column column : table.columns()) {
            if (!row.has(column.name())) {
                if (column.required()) {
                    add(Fault.of(table, row, column.name(), "value-missing"));
                }
                continue;
            }
            List<String> values =
                    column.list() ? row.list(column.name()) : List.of(row.get(column.name()));
            if (table.equals(Table.ITEM_MATERIALS)
                    && column.name().equals(PRODUCERS)
                    && values.stream().noneMatch(this::isItem)) {
                values.forEach(value -> nobodyProduces(row, value));
            } else {
                values.forEach(value -> value(table, row, column, value));
            }
        }
    }

    private boolean isItem(String code) {
        return keys.getOrDefault(Table.ITEMS.text(), Set.of()).contains(code);
    }

    /** None of those that are said to produce the material is there. */
    private void nobodyProduces(Row row, String producer) {
        add(
                Fault.of(
                        Table.ITEM_MATERIALS,
                        row,
                        PRODUCERS,
                        "material-nobody-produces",
                        row.get("name_zh"),
                        Circles.path(List.of(producer, row.get("item_code")))));
    }

    private void value(Table table, Row row, Column column, String value) {
        String refers = column.refers();
        if (!column.holds().test(value)) {
            List<String> arguments = new ArrayList<>(List.of(value));
            arguments.addAll(column.arguments());
            add(
                    Fault.of(
                            table,
                            row,
                            column.name(),
                            column.rule(),
                            arguments.toArray(String[]::new)));
        } else if (refers != null && !keys.getOrDefault(refers, Set.of()).contains(value)) {
            add(Fault.of(table, row, column.name(), "unknown-reference", value, refers));
        }
    }
}

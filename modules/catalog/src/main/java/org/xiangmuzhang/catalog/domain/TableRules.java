package org.xiangmuzhang.catalog.domain;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules over whole rows and tables whose fields are well formed. */
final class TableRules {

    private final Library library;
    private final boolean gapless;
    private final List<Fault> faults = new ArrayList<>();

    private TableRules(Library library, boolean gapless) {
        this.library = library;
        this.gapless = gapless;
    }

    /** Of the template, where a type numbers its items from 1 without a gap. */
    static List<Fault> faults(Library library) {
        return faults(new TableRules(library, true));
    }

    /** Of a place, where an item of a type may be missing. */
    static List<Fault> localFaults(Library library) {
        return faults(new TableRules(library, false));
    }

    private static List<Fault> faults(TableRules rules) {
        Library library = rules.library;
        library.rows(Table.ITEMS).forEach(rules::limits);
        library.rows(Table.WORKDAYS).forEach(rules::workday);
        rules.pairs(Table.ITEM_MATERIALS, "item_code", "seq");
        rules.pairs(Table.ITEM_DEPENDENCIES, "from_item", "to_item");
        rules.mergedApprovals();
        rules.projectTypes();
        rules.cycle(Graph.ofParents(library, Table.REGIONS, "region_code"));
        rules.cycle(Graph.ofParents(library, Table.INDUSTRIES, "code"));
        rules.cycle(Graph.ofItems(library));
        return rules.faults;
    }

    private void limits(Row item) {
        if (item.has("statutory_days") != item.has("statutory_unit")) {
            add(Table.ITEMS, item, "statutory_unit", "days-and-unit");
        } else if (item.has("statutory_days")
                && Limits.isLonger(Limits.of(item, "committed"), Limits.of(item, "statutory"))) {
            add(
                    Table.ITEMS,
                    item,
                    "committed_days",
                    "promise-longer-than-law",
                    item.get("committed_days"),
                    item.get("statutory_days"));
        }
        if (item.yes("clock_pauses") != item.has("pause_procedures")) {
            add(Table.ITEMS, item, "clock_pauses", "pauses-and-procedures");
        }
    }

    private void workday(Row day) {
        LocalDate date = LocalDate.parse(day.get("date"));
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
        if (date.getYear() != day.number("year")) {
            add(Table.WORKDAYS, day, "year", "year-differs", day.get("year"), day.get("date"));
        }
        if (!weekday.equals(day.get("weekday"))) {
            add(Table.WORKDAYS, day, "weekday", "weekday-differs", day.get("weekday"), weekday);
        }
        boolean works = day.get("is_working_day").equals("1");
        if (works != day.get("kind").equals("MAKEUP_WORKDAY")) {
            add(Table.WORKDAYS, day, "is_working_day", "kind-and-working-day", day.get("kind"));
        }
    }

    private void pairs(Table table, String first, String second) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : library.rows(table)) {
            String pair = row.get(first) + "/" + row.get(second);
            Row before = seen.putIfAbsent(pair, row);
            if (before != null) {
                add(table, row, second, "duplicate-key", pair, Integer.toString(before.line()));
            }
        }
    }

    private void mergedApprovals() {
        Map<String, Row> packages =
                library.rows(Table.PACKAGES).stream()
                        .collect(Collectors.toMap(row -> row.get("package_code"), row -> row));
        for (Row row : library.rows(Table.MERGED_APPROVALS)) {
            Row bundle = packages.get(row.get("package_code"));
            if (bundle == null || !bundle.get("kind").equals("MERGED_APPROVAL")) {
                add(Table.MERGED_APPROVALS, row, "package_code", "package-merges-nothing");
            } else if (!bundle.list("item_codes").contains(row.get("merged_item"))) {
                add(
                        Table.MERGED_APPROVALS,
                        row,
                        "merged_item",
                        "item-not-in-package",
                        row.get("merged_item"));
            }
        }
    }

    private void projectTypes() {
        Map<String, String> stages =
                library.rows(Table.ITEMS).stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get("item_code"), row -> row.get("stage_code")));
        Map<String, List<Row>> types =
                library.rows(Table.PROJECT_TYPE_ITEMS).stream()
                        .peek(row -> stage(row, stages))
                        .sorted(Comparator.comparingInt(row -> row.number("seq")))
                        .collect(Collectors.groupingBy(row -> row.get("project_type_code")));
        types.values().forEach(this::sequence);
    }

    private void stage(Row row, Map<String, String> stages) {
        String stage = stages.getOrDefault(row.get("item_code"), "");
        if (!stage.equals(row.get("stage_code"))) {
            add(Table.PROJECT_TYPE_ITEMS, row, "stage_code", "stage-differs", stage);
        }
    }

    private void sequence(List<Row> rows) {
        Map<String, Row> byItem = new HashMap<>();
        int expected = 1;
        for (Row row : rows) {
            byItem.put(row.get("item_code"), row);
            if (gapless && row.number("seq") != expected) {
                add(
                        Table.PROJECT_TYPE_ITEMS,
                        row,
                        "seq",
                        "sequence-gap",
                        Integer.toString(expected));
            }
            expected++;
        }
        for (Row edge : library.rows(Table.ITEM_DEPENDENCIES)) {
            Row from = byItem.get(edge.get("from_item"));
            Row to = byItem.get(edge.get("to_item"));
            if (from != null && to != null && from.number("seq") >= to.number("seq")) {
                add(
                        Table.PROJECT_TYPE_ITEMS,
                        to,
                        "seq",
                        "sequence-against-dependency",
                        edge.get("from_item"),
                        edge.get("to_item"),
                        edge.get("dependency_id"));
            }
        }
    }

    private void cycle(Graph graph) {
        graph.cycle()
                .ifPresent(
                        edges -> {
                            Graph.Edge last = edges.getLast();
                            String path =
                                    Stream.concat(
                                                    edges.stream().map(Graph.Edge::from),
                                                    Stream.of(last.to()))
                                            .collect(Collectors.joining(" > "));
                            Set<Row> named = new HashSet<>();
                            for (Graph.Edge edge : edges) {
                                if (named.add(edge.row())) {
                                    add(edge.table(), edge.row(), edge.column(), "cycle", path);
                                }
                            }
                        });
    }

    private void add(Table table, Row row, String column, String rule, String... arguments) {
        if (faults.size() < Fault.TOLD) {
            faults.add(Fault.of(table, row, column, rule, arguments));
        }
    }
}

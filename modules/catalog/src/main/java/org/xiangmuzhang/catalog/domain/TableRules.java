package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.graph.Circles;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules over whole rows and tables whose fields are well formed. */
final class TableRules {

    /** Kinds of packages of which one decision may stand for all items: 多审合一 and 一本制. */
    private static final Set<String> MERGING = Set.of("MERGED_APPROVAL", "EVALUATION_BUNDLE");

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
        rules.exclusions();
        library.rows(Table.WORKDAYS).forEach(rules::workday);
        rules.pairs(Table.ITEM_MATERIALS, "item_code", "seq");
        rules.pairs(Table.ITEM_DEPENDENCIES, "from_item", "to_item");
        rules.mergedApprovals();
        rules.projectTypes();
        rules.faults.addAll(ServiceRules.faults(library));
        rules.cycle(Graph.ofParents(library, Table.REGIONS, "region_code"));
        rules.cycle(Graph.ofParents(library, Table.INDUSTRIES, "code"));
        rules.items();
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

    /**
     * What is excluded is not promised, and what a department has issued is not asked for again.
     */
    private void exclusions() {
        Map<String, Row> excluding = new HashMap<>();
        for (Row item : library.rows(Table.ITEMS)) {
            if (!item.has("exclusion")
                    || Set.of("NONE", "UNKNOWN").contains(item.get("exclusion"))) {
                continue;
            }
            String clause = item.get("exclusion_clause");
            excluding.put(item.get("item_code"), item);
            if (clause.isEmpty()) {
                add(Table.ITEMS, item, "exclusion_clause", "exclusion-clause");
            }
            if (item.yes("notice_commitment")) {
                add(Table.ITEMS, item, "notice_commitment", "commitment-excluded", clause);
            }
            if (item.yes("deficiency_tolerant")) {
                add(Table.ITEMS, item, "deficiency_tolerant", "later-supply-excluded", clause);
            }
        }
        for (Row material : library.rows(Table.ITEM_MATERIALS)) {
            Row item = excluding.get(material.get("item_code"));
            String clause = item == null ? "" : item.get("exclusion_clause");
            if (item != null && material.yes("committable")) {
                add(Table.ITEM_MATERIALS, material, "committable", "commitment-excluded", clause);
            }
            if (item != null && material.yes("deferrable")) {
                add(Table.ITEM_MATERIALS, material, "deferrable", "later-supply-excluded", clause);
            }
            if (material.get("source").equals("GOVERNMENT_ECERT")
                    && !material.yes("reusable_without_submission")) {
                add(
                        Table.ITEM_MATERIALS,
                        material,
                        "reusable_without_submission",
                        "material-asked-again",
                        material.get("name_zh"));
            }
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
        Map<String, Row> packages = packages();
        for (Row row : library.rows(Table.MERGED_APPROVALS)) {
            Row bundle = packages.get(row.get("package_code"));
            if (bundle == null || !MERGING.contains(bundle.get("kind"))) {
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
        graph.cycle().ifPresent(this::cycle);
    }

    private void cycle(List<Graph.Edge> edges) {
        List<String> circle = Graph.codes(edges);
        Set<Row> named = new HashSet<>();
        for (Graph.Edge edge : edges) {
            if (named.add(edge.row())) {
                add(
                        edge.table(),
                        edge.row(),
                        edge.column(),
                        Circles.isMutual(circle) ? "mutual-preconditions" : "cycle",
                        Circles.path(circle));
            }
        }
    }

    /**
     * Nor may an item wait for itself because a package has it stand for others, or has one change
     * carry the others. What is only reviewed together may wait for what lies between.
     */
    private void items() {
        Graph order = Graph.ofItems(library);
        Optional<List<Graph.Edge>> circle = order.cycle();
        if (circle.isPresent()) {
            cycle(circle.get());
            return;
        }
        Map<String, Row> packages = packages();
        for (Row row : library.rows(Table.MERGED_APPROVALS)) {
            Row bundle = packages.get(row.get("package_code"));
            if (bundle != null) {
                Graph merged =
                        order.binding().merged(bundle.list("item_codes"), row.get("merged_item"));
                inPackage(merged, Table.MERGED_APPROVALS, row, "merged_item");
            }
        }
        for (Row row : packages.values()) {
            List<String> codes = row.list("item_codes");
            if (row.get("family").equals(Family.ONE_PLUS_N.name()) && codes.size() > 1) {
                Graph led =
                        order.binding().led(codes.getFirst(), codes.subList(1, codes.size()), row);
                inPackage(led, Table.PACKAGES, row, "item_codes");
            }
        }
    }

    private void inPackage(Graph graph, Table table, Row row, String column) {
        graph.cycle()
                .ifPresent(
                        edges ->
                                add(
                                        table,
                                        row,
                                        column,
                                        "package-in-a-circle",
                                        row.get("package_code"),
                                        Circles.path(Graph.codes(edges))));
    }

    private Map<String, Row> packages() {
        Map<String, Row> packages = new LinkedHashMap<>();
        library.rows(Table.PACKAGES).forEach(row -> packages.put(row.get("package_code"), row));
        return packages;
    }

    private void add(Table table, Row row, String column, String rule, String... arguments) {
        if (faults.size() < Fault.TOLD) {
            faults.add(Fault.of(table, row, column, rule, arguments));
        }
    }
}

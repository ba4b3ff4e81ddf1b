package org.xiangmuzhang.catalog.domain.list;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.domain.ItemFacts;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Six of the seven lists 七张清单 of a project type; the seventh is that of intermediary services. */
final class ProjectLists {

    private final PlaceView view;
    private final Map<String, Item> items;
    private final Map<String, List<Dependency>> orders;
    private final Map<String, Row> steps;
    private final List<ListLine> lines = new ArrayList<>();

    /**
     * @param items those that the list is about, by code
     */
    ProjectLists(PlaceView view, Map<String, Item> items) {
        this.view = view;
        this.items = items;
        this.orders = view.template().dependencies().stream().collect(groupingBy(Dependency::to));
        this.steps =
                view.template().library().rows(Table.ITEM_STEPS).stream()
                        .collect(toMap(row -> row.get("item_code"), row -> row));
    }

    /**
     * @param holds whether a row's days cover the day
     * @param parks which regions are listed here
     */
    List<ListLine> of(ListKind kind, Predicate<Row> holds, Predicate<String> parks) {
        for (Item item : items.values()) {
            if (item.milestone()) {
                continue;
            }
            switch (kind) {
                case ITEMS -> add(item, "", item(item));
                case AUTHORITY -> add(item, "", authority(item));
                case OVERSIGHT -> oversight(item);
                case EARLY_CHECK -> earlyCheck(item);
                case COORDINATION -> coordination(item);
                case AGENT_MEASURES -> add(item, "", measures(item));
                default -> throw new IllegalStateException("No list of a project: " + kind);
            }
        }
        if (kind == ListKind.AUTHORITY) {
            delegated(holds, parks);
        }
        return lines;
    }

    private Map<ListColumn, String> item(Item item) {
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        cells.put(ListColumn.STAGE, item.stage().name());
        cells.put(ListColumn.KIND, item.kind());
        Listing.put(cells, ListColumn.LEGAL_LIMIT, Listing.limit(item.statutory()));
        Listing.put(cells, ListColumn.PROMISED, Listing.limit(item.promised()));
        Listing.put(cells, ListColumn.RESULT, item.resultNameZh());
        return cells;
    }

    private Map<ListColumn, String> authority(Item item) {
        ItemFacts facts = view.template().facts(item.code());
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        Listing.put(cells, ListColumn.LEVEL, facts.level());
        Listing.put(cells, ListColumn.ORGAN, item.department());
        Listing.put(cells, ListColumn.BASIS, facts.basis());
        return cells;
    }

    /** Parks and townships that decide beside the department. */
    private void delegated(Predicate<Row> holds, Predicate<String> parks) {
        for (Row row : view.template().library().rows(Table.ITEM_DELEGATIONS)) {
            Item item = items.get(row.get("item_code"));
            if (item != null && holds.test(row) && parks.test(row.get("region_code"))) {
                Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
                Listing.put(cells, ListColumn.PARK, row.get("region_code"));
                Listing.put(cells, ListColumn.MODE, row.get("mode"));
                Listing.put(cells, ListColumn.ORGAN, row.get("dept_code"));
                Listing.put(cells, ListColumn.BASIS, row.get("basis"));
                add(item, "/" + row.get("region_code"), cells);
            }
        }
        for (Row row : view.template().library().rows(Table.ITEM_SERVICES)) {
            Item item = items.get(row.get("item_code"));
            if (item != null
                    && row.get("way").equals(ServiceWay.TOWNSHIP.name())
                    && holds.test(row)) {
                Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
                Listing.put(cells, ListColumn.UNIT, row.get("place_zh"));
                Listing.put(cells, ListColumn.ORGAN, item.department());
                Listing.put(cells, ListColumn.BASIS, row.get("basis"));
                add(item, "/" + ServiceWay.TOWNSHIP, cells);
            }
        }
    }

    /** What was decided before everything was there is looked at afterwards. */
    private void oversight(Item item) {
        if (item.commitment()) {
            Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
            cells.put(ListColumn.AFTERWARDS, "COMMITMENT");
            Listing.put(cells, ListColumn.RESULT, item.resultNameZh());
            add(item, "/COMMITMENT", cells);
        }
        String owed =
                item.materials().stream()
                        .filter(Material::deferrable)
                        .map(Material::nameZh)
                        .collect(joining("；"));
        if (item.deficiencyTolerant() && !owed.isEmpty()) {
            Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
            cells.put(ListColumn.AFTERWARDS, "OWED");
            Listing.put(cells, ListColumn.RESULT, item.resultNameZh());
            cells.put(ListColumn.NOTE, owed);
            add(item, "/OWED", cells);
        }
    }

    /** What may be reviewed before its condition is there, and what it waits for. */
    private void earlyCheck(Item item) {
        if (!item.simulatable()) {
            return;
        }
        String waits =
                orders.getOrDefault(item.code(), List.of()).stream()
                        .filter(edge -> edge.relaxableBy() == Dependency.Relaxation.MOCK)
                        .map(Dependency::from)
                        .filter(items::containsKey)
                        .distinct()
                        .sorted()
                        .collect(joining(";"));
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        Listing.put(cells, ListColumn.WAITS_FOR, waits);
        Listing.put(cells, ListColumn.PROMISED, Listing.limit(item.promised()));
        add(item, "", cells);
    }

    /** Which items of other departments one cannot be decided without. */
    private void coordination(Item item) {
        Set<String> waits = new TreeSet<>();
        orders.getOrDefault(item.code(), List.of()).stream()
                .filter(edge -> edge.kind() != Dependency.Kind.PRACTICAL)
                .map(Dependency::from)
                .forEach(waits::add);
        item.materials().stream().map(Material::producedBy).forEach(waits::addAll);
        waits.removeIf(
                code -> {
                    Item other = items.get(code);
                    return other == null || other.department().equals(item.department());
                });
        if (waits.isEmpty()) {
            return;
        }
        Set<String> others = new TreeSet<>();
        waits.forEach(code -> others.add(items.getOrDefault(code, item).department()));
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        cells.put(ListColumn.WAITS_FOR, String.join(";", waits));
        cells.put(ListColumn.OTHERS, String.join(";", others));
        add(item, "", cells);
    }

    /** By what an agent is measured who carries the item through for somebody. */
    private Map<ListColumn, String> measures(Item item) {
        Row row = steps.getOrDefault(item.code(), Listing.NOTHING);
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        Listing.put(cells, ListColumn.PROMISED, Listing.limit(item.promised()));
        cells.put(
                ListColumn.BROUGHT,
                Long.toString(
                        item.materials().stream()
                                .filter(material -> !material.reusable())
                                .count()));
        Listing.put(cells, ListColumn.STEPS, row.get("steps"));
        Listing.put(cells, ListColumn.VISITS, row.get("visits"));
        Listing.put(cells, ListColumn.SOURCE, row.get("source_id"));
        return cells;
    }

    private void add(Item item, String key, Map<ListColumn, String> cells) {
        lines.add(
                new ListLine(
                        item.code() + key,
                        item.nameZh(),
                        item.nameEn(),
                        List.of(item.code()),
                        item.department(),
                        cells));
    }
}

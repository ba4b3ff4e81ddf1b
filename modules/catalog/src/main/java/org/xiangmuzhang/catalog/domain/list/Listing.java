package org.xiangmuzhang.catalog.domain.list;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Organ;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.ItemFacts;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Powers;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the lists of one place on one day out of its catalog. */
public final class Listing {

    /** 行政许可, 行政确认, 备案 and 其他行政权力 are powers; services and reviews are none. */
    private static final Set<String> POWERS = Set.of("PERMIT", "CONFIRM", "FILING", "OTHER");

    private static final String BY_INTERMEDIARY = "INTERMEDIARY";

    private final PlaceView view;
    private final Region region;
    private final LocalDate day;
    private final Map<String, Item> items;
    private final List<ListLine> lines = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Listing(PlaceView view, Region region, LocalDate day, Map<String, Item> items) {
        this.view = view;
        this.region = region;
        this.day = day;
        this.items = items;
    }

    /**
     * @param type code of the project type whose items it is about, or of the trade; null: all
     */
    public static PublishedList of(
            ListKind kind, PlaceView view, Region region, LocalDate day, @Nullable String type) {
        Listing listing =
                new Listing(
                        view, region, day, kind.isOfTrades() ? view.items() : items(view, type));
        if (kind.isOfTrades()) {
            listing.standards(type);
        } else {
            listing.list(kind);
        }
        listing.lines.sort(Comparator.comparing(ListLine::department).thenComparing(ListLine::key));
        return new PublishedList(kind, region, day, type, listing.lines, listing.leftOut);
    }

    /** Whether items of the lists of places stand in it, besides those of the template. */
    public static boolean takesOwn(ListKind kind) {
        return kind == ListKind.POWERS || kind == ListKind.COMMITMENT;
    }

    /** Whether an item stands in it for what the item itself is. */
    public static boolean takes(ListKind kind, Item item) {
        return switch (kind) {
            case POWERS -> POWERS.contains(item.kind());
            case COMMITMENT -> item.commitment();
            default -> false;
        };
    }

    /** The line of an item of a place's own list. */
    public static ListLine line(ListKind kind, Item item, String basis) {
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        for (ListColumn column : kind.columns()) {
            put(
                    cells,
                    column,
                    column == ListColumn.BASIS ? basis : cell(column, item, null, NOTHING));
        }
        return line(item, cells);
    }

    private static ListLine line(Item item, Map<ListColumn, String> cells) {
        return new ListLine(
                item.code(),
                item.nameZh(),
                item.nameEn(),
                List.of(item.code()),
                item.department(),
                cells);
    }

    private static Map<String, Item> items(PlaceView view, @Nullable String type) {
        if (type == null) {
            return view.items();
        }
        ProjectType found = view.types().get(type);
        if (found == null) {
            throw Refusal.invalid("project-type-unknown", "/type", type);
        }
        Map<String, Item> items = new LinkedHashMap<>();
        found.items().forEach(need -> items.put(need.item().code(), need.item()));
        return items;
    }

    private void standards(@Nullable String trade) {
        if (trade != null && !view.template().industries().contains(trade)) {
            throw Refusal.invalid("industry-unknown", "/type", trade);
        }
        TradeStandards standards = new TradeStandards(items);
        standards.join(
                rows(Table.TRADE_REQUIREMENTS).stream().filter(row -> item(row) != null).toList(),
                trade);
        lines.addAll(standards.lines());
        leftOut.addAll(standards.leftOut());
    }

    private void list(ListKind kind) {
        ServiceWay way = kind.way();
        if (way != null) {
            services(kind, way);
            return;
        }
        switch (kind) {
            case POWERS ->
                    items.values().stream()
                            .filter(item -> takes(kind, item))
                            .forEach(item -> add(item, cells(kind, item, NOTHING)));
            case COMMITMENT ->
                    items.values().stream()
                            .filter(item -> takes(kind, item))
                            .forEach(item -> add(item, cells(kind, item, eligibility(item))));
            case ONE_VISIT -> oneVisit(kind);
            case INTERMEDIARY -> intermediaries();
            case PARK -> parks(kind);
            case CENTRALISED -> centralised(kind);
            default ->
                    lines.addAll(new ProjectLists(view, items).of(kind, this::holds, this::isHere));
        }
    }

    static final Row NOTHING = new Row(0, Map.of());

    private List<Row> rows(Table table) {
        return view.template().library().rows(table);
    }

    private Row eligibility(Item item) {
        return new Row(
                0, Map.of("source_id", view.template().facts(item.code()).eligibilitySource()));
    }

    private void oneVisit(ListKind kind) {
        for (Row row : rows(Table.ITEM_STEPS)) {
            Item item = item(row);
            if (item != null && !item.milestone() && row.number("visits") <= 1) {
                Map<ListColumn, String> cells = cells(kind, item, row);
                cells.put(ListColumn.VISITS, row.get("visits"));
                add(item, cells);
            }
        }
    }

    private void services(ListKind kind, ServiceWay way) {
        for (Row row : rows(Table.ITEM_SERVICES)) {
            if (!row.get("way").equals(way.name()) || !holds(row)) {
                continue;
            }
            Item item = item(row);
            if (item != null && !item.milestone() && !way.suits(item)) {
                leaveOut(item, LeftOut.Reason.PROMISED_LATER);
            } else if (item != null) {
                add(item, cells(kind, item, row));
            }
        }
    }

    private void parks(ListKind kind) {
        for (Row row : rows(Table.ITEM_DELEGATIONS)) {
            String park = row.get("region_code");
            if (!holds(row)) {
                continue;
            }
            Item item = item(row);
            if (item == null) {
                continue;
            }
            if (park.equals(Region.TEMPLATE.code())) {
                leaveOut(item, LeftOut.Reason.NO_PARK);
            } else if (isHere(park)) {
                lines.add(
                        new ListLine(
                                item.code() + "/" + park,
                                item.nameZh(),
                                item.nameEn(),
                                List.of(item.code()),
                                item.department(),
                                cells(kind, item, row)));
            }
        }
    }

    /** Whether a park is one of this place; a model row names none. */
    private boolean isHere(String park) {
        return !park.equals(Region.TEMPLATE.code())
                && (region.equals(Region.TEMPLATE)
                        || view.template().within(region).contains(new Region(park)));
    }

    private void centralised(ListKind kind) {
        Powers powers = new Powers(view, region, day);
        for (Row row : rows(Table.ITEM_TRANSFERS)) {
            Item item = holds(row) ? item(row) : null;
            if (item != null && row.get("region_code").equals(Region.TEMPLATE.code())) {
                leaveOut(item, LeftOut.Reason.NO_PLACE);
            } else if (item != null && powers.isHere(row)) {
                Map<ListColumn, String> cells = cells(kind, item, row);
                Organ organ = powers.organ(item);
                put(cells, ListColumn.ORGAN, organ.department());
                put(cells, ListColumn.SEAL, organ.seal());
                add(item, cells);
            }
        }
    }

    private void intermediaries() {
        Map<String, Material> papers = new LinkedHashMap<>();
        Map<String, Set<String>> askedBy = new LinkedHashMap<>();
        for (Item item : items.values()) {
            for (Material material : item.materials()) {
                if (material.source().equals(BY_INTERMEDIARY)) {
                    papers.put(material.id(), material);
                    askedBy.computeIfAbsent(material.id(), same -> new LinkedHashSet<>())
                            .add(item.code());
                }
            }
        }
        Set<String> made = new HashSet<>();
        for (Row row : rows(Table.INTERMEDIARY_SERVICES)) {
            Set<String> items = new LinkedHashSet<>();
            for (String id : row.list("material_ids")) {
                items.addAll(askedBy.getOrDefault(id, Set.of()));
                made.add(id);
            }
            if (!items.isEmpty()) {
                lines.add(service(row, List.copyOf(items)));
            }
        }
        papers.forEach(
                (id, material) -> {
                    if (!made.contains(id)) {
                        leftOut.add(
                                new LeftOut(
                                        String.join(", ", askedBy.getOrDefault(id, Set.of())),
                                        material.nameZh(),
                                        material.nameEn(),
                                        LeftOut.Reason.NO_SERVICE));
                    }
                });
    }

    private static ListLine service(Row row, List<String> items) {
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        put(cells, ListColumn.CONTENT, row.get("content_zh"));
        put(cells, ListColumn.COMPULSORY, row.get("compulsory"));
        put(cells, ListColumn.FEE, row.get("fee_kind"));
        put(cells, ListColumn.FEE_NOTE, row.get("fee_note"));
        if (row.has("limit_days")) {
            cells.put(
                    ListColumn.SERVICE_LIMIT,
                    row.get("limit_days")
                            + (row.get("limit_unit").equals("CD")
                                    ? " CALENDAR_DAYS"
                                    : " WORKING_DAYS"));
        }
        put(cells, ListColumn.BASIS, row.get("basis"));
        put(cells, ListColumn.SOURCE, row.get("source_id"));
        return new ListLine(
                row.get("service_code"), row.get("name_zh"), row.get("name_en"), items, "", cells);
    }

    private @Nullable Item item(Row row) {
        String code = row.get("item_code");
        Item item = items.get(code);
        if (item == null && !view.items().containsKey(code)) {
            leftOut.add(new LeftOut(code, code, code, LeftOut.Reason.ITEM_LAPSED));
        }
        return item;
    }

    /** Whether the row's days, if it has any, cover the day. */
    private boolean holds(Row row) {
        return Powers.holds(row, day);
    }

    private void add(Item item, Map<ListColumn, String> cells) {
        lines.add(line(item, cells));
    }

    private void leaveOut(Item item, LeftOut.Reason reason) {
        leftOut.add(new LeftOut(item.code(), item.nameZh(), item.nameEn(), reason));
    }

    private Map<ListColumn, String> cells(ListKind kind, Item item, Row row) {
        ItemFacts facts = view.template().facts(item.code());
        Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
        for (ListColumn column : kind.columns()) {
            put(cells, column, cell(column, item, facts, row));
        }
        return cells;
    }

    private static @Nullable String cell(
            ListColumn column, Item item, @Nullable ItemFacts facts, Row row) {
        return switch (column) {
            case KIND -> item.kind();
            case LEVEL -> facts == null ? "" : facts.level();
            case LEGAL_LIMIT -> limit(item.statutory());
            case PROMISED -> limit(item.promised());
            case BASIS ->
                    row.has("basis")
                            ? row.get("basis")
                            : row.fields().isEmpty() && facts != null ? facts.basis() : "";
            case RESULT -> item.resultNameZh();
            case UNIT -> row.get("place_zh");
            case HOURS -> row.get("hours");
            case VALID_FROM -> row.get("valid_from");
            case VALID_UNTIL -> row.get("valid_until");
            case PARK -> row.get("region_code");
            case MODE -> row.get("mode");
            case ORGAN -> row.get("dept_code");
            case FORMER -> row.get("former_dept_code");
            case SOURCE -> row.get("source_id");
            case NOTE -> row.get("note");
            default -> "";
        };
    }

    static @Nullable String limit(@Nullable TimeLimit limit) {
        return limit == null ? null : limit.days() + " " + limit.unit();
    }

    static void put(Map<ListColumn, String> cells, ListColumn column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            cells.put(column, text);
        }
    }
}

package org.xiangmuzhang.catalog.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.domain.graph.Circles;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The whole catalog in one version; never changes. */
public final class Snapshot {

    private final long version;
    private final long templateVersion;
    private final Template template;
    private final Map<Region, Map<String, ItemOverride>> overrides;
    private final LocalTables tables;
    private final Map<Region, PlaceView> views = new ConcurrentHashMap<>();

    private Snapshot(
            long version,
            long templateVersion,
            Template template,
            Map<Region, Map<String, ItemOverride>> overrides,
            LocalTables tables) {
        this.version = version;
        this.templateVersion = templateVersion;
        this.template = template;
        this.overrides = Map.copyOf(overrides);
        this.tables = tables;
    }

    /** Before the first import. */
    public static Snapshot empty() {
        return new Snapshot(
                -1,
                -1,
                new Template(Library.EMPTY, Map.of(), Map.of()),
                Map.of(),
                LocalTables.NONE);
    }

    public long version() {
        return version;
    }

    public long templateVersion() {
        return templateVersion;
    }

    public Template template() {
        return template;
    }

    /** The next version: these overrides are new or changed. */
    public Snapshot next(
            long nextVersion,
            long nextTemplateVersion,
            Template nextTemplate,
            Collection<ItemOverride> changed,
            Collection<RowOverride> changedRows) {
        Map<Region, Map<String, ItemOverride>> merged = new HashMap<>(overrides);
        for (ItemOverride override : changed) {
            Map<String, ItemOverride> own =
                    new HashMap<>(merged.getOrDefault(override.region(), Map.of()));
            own.put(override.code(), override);
            merged.put(override.region(), own);
        }
        return new Snapshot(
                nextVersion, nextTemplateVersion, nextTemplate, merged, tables.with(changedRows));
    }

    /** The catalog at a place; an unlisted one sees the template. */
    public PlaceView at(Region region) {
        List<Region> chain = template.chain(region);
        List<Region> differing =
                chain.stream()
                        .filter(place -> place.equals(Region.TEMPLATE) || differs(place))
                        .toList();
        return views.computeIfAbsent(
                differing.getFirst(),
                first ->
                        new PlaceView(
                                template.with(tables.at(template.library(), differing)),
                                differing,
                                overrides));
    }

    private boolean differs(Region place) {
        return overrides.containsKey(place)
                || !tables.of(place).isEmpty()
                || !template.merged(List.of(place)).isEmpty();
    }

    /** The item as the parents of a place state it; refuses an unknown item or place. */
    public Item parentItem(Region region, String code) {
        if (region.equals(Region.TEMPLATE) || !template.places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        Item item = parents(region).stated().get(code);
        if (item == null) {
            throw Refusal.notFound("item-unknown", code);
        }
        return item;
    }

    /** What an override by these values makes of the item; refuses values that may not be. */
    public ItemOverride override(Region region, String code, LocalValues values, long version) {
        Item parent = parentItem(region, code);
        values.check(parent, template);
        ItemOverride override = new ItemOverride(region, code, parent.version(), values, version);
        List<String> circle = circle(at(region), override.over(parent));
        if (!circle.isEmpty()) {
            throw Circles.isMutual(circle)
                    ? Refusal.invalid("materials-mutual", "/materials", Circles.path(circle))
                    : Refusal.invalid("materials-in-a-circle", "/materials", Circles.path(circle));
        }
        return override;
    }

    /** Codes of the template's items that a place does in its own way. */
    public Set<String> changedItems(Region region) {
        return overrides.getOrDefault(region, Map.of()).values().stream()
                .filter(override -> !override.values().equals(LocalValues.NONE))
                .map(ItemOverride::code)
                .collect(Collectors.toSet());
    }

    /** The circle that an item closes at a place, in the order of doing; none if empty. */
    private static List<String> circle(PlaceView view, Item item) {
        Map<String, Item> items = new LinkedHashMap<>(view.items());
        items.put(item.code(), item);
        return ItemGraph.of(items.values(), view.template().dependencies()).circle();
    }

    /** Overrides that were made over another version of the item than their parents have now. */
    public List<ItemOverride> outdated() {
        List<ItemOverride> outdated = new ArrayList<>();
        overrides
                .values()
                .forEach(
                        own ->
                                own.values().stream()
                                        .filter(this::isOutdated)
                                        .forEach(outdated::add));
        return outdated;
    }

    private boolean isOutdated(ItemOverride override) {
        Item parent = parents(override.region()).items().get(override.code());
        return parent == null || !parent.version().equals(override.base());
    }

    /** Refuses anybody but an editor of the place or of one above it. */
    public void mustBeEditedBy(Actor actor, Region region) {
        actor.mustBe(Role.CATALOG_EDITOR);
        if (!template.chain(region).contains(actor.region())) {
            throw Refusal.forbidden("not-your-place", region.code(), actor.region().code());
        }
    }

    /** Rows that were decided over others than their parents have now. */
    public List<RowOverride> outdatedRows() {
        return tables.all().stream()
                .filter(override -> override.isOutdated(parentRow(override)))
                .toList();
    }

    /** What a place does in its own way with rows of a table. */
    public List<RowOverride> own(Region region, String table) {
        return tables.of(region).stream()
                .filter(override -> override.table().equals(table))
                .filter(override -> override.row().absent() || !override.row().fields().isEmpty())
                .toList();
    }

    /** The row as the parents of the override's place have it; null when they have none. */
    public @Nullable Row parentRow(RowOverride override) {
        return parentRow(override.region(), override.table(), override.key());
    }

    private @Nullable Row parentRow(Region region, String table, String key) {
        Library parents = parents(region).template().library();
        return parents.table(table)
                .map(parents::sheet)
                .flatMap(
                        sheet ->
                                sheet.rows().stream()
                                        .filter(row -> sheet.key(row).equals(key))
                                        .findFirst())
                .orElse(null);
    }

    /**
     * What it comes to that a place has a row in its own way; refuses a table that is the same
     * everywhere, and rows that its tables may not hold.
     *
     * @param before version of the override before; 0 for none
     */
    public RowOverride override(
            Region region, String table, String key, LocalRow row, long before, long since) {
        Table of = template.library().tables().named(table);
        if (!of.local()) {
            throw Refusal.invalid("table-same-everywhere", "/table", table);
        }
        if (region.equals(Region.TEMPLATE) || !template.places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        Row parent = parentRow(region, table, key);
        RowOverride override =
                new RowOverride(
                        region,
                        table,
                        key,
                        parent == null ? null : parent.fields(),
                        row,
                        before + 1,
                        since);
        override.check(of, parent);
        Library parents = parents(region).template().library();
        LocalTables after = tables.with(List.of(override));
        Library here = LocalTables.over(parents, after.of(region));
        Inspection.checkLocal(LocalTables.over(parents, tables.of(region)), here);
        if (of.equals(Table.ITEM_DEPENDENCIES)) {
            mustNotCloseACircle(at(region), template.with(here), override);
        }
        return override;
    }

    /** The materials that places ask for in their own way are not among the tables. */
    private static void mustNotCloseACircle(PlaceView view, Template then, RowOverride override) {
        List<String> circle = ItemGraph.of(view.items().values(), then.dependencies()).circle();
        if (!circle.isEmpty()) {
            throw new TablesRefused(
                    List.of(
                            new Fault(
                                    override.table(),
                                    0,
                                    "from_item",
                                    Circles.isMutual(circle) ? "mutual-preconditions" : "cycle",
                                    List.of(Circles.path(circle)))));
        }
    }

    /** A table as it holds at a place, with its version. */
    public ReferenceRows rows(Table table, Region region) {
        List<ItemVersion.Local> locals = new ArrayList<>();
        for (Region place : template.chain(region).reversed()) {
            tables.of(place).stream()
                    .filter(override -> override.table().equals(table.text()))
                    .mapToLong(RowOverride::since)
                    .max()
                    .ifPresent(since -> locals.add(new ItemVersion.Local(place, since)));
        }
        return new ReferenceRows(
                table.text(),
                new ItemVersion(template.edition(table), locals).text(),
                at(region).template().library().rows(table).stream()
                        .map(row -> new ReferenceRow(row.fields()))
                        .toList());
    }

    /** The catalog as the place would have it without a way of its own. */
    public PlaceView parents(Region region) {
        List<Region> chain = template.chain(region);
        return at(chain.size() > 1 ? chain.get(1) : Region.TEMPLATE);
    }
}

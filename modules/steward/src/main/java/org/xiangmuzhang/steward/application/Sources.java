package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.in.AdviceSheet.Ground;
import org.xiangmuzhang.steward.port.in.AdviceSheet.Named;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the catalog of a place has what it says from, and what it calls its items. */
final class Sources {

    /** Not seen in any source: general knowledge, and a starting value that a place must set. */
    private static final Set<String> ASSUMED = Set.of("DEFAULT", "GENERAL");

    private final Catalog catalog;
    private final Region region;
    private final Map<String, ReferenceRow> items;
    private final Map<String, ReferenceRow> orders;
    private final Map<String, ReferenceRow> titles;
    private final Map<String, ReferenceRow> mergers;

    Sources(Catalog catalog, ReferenceTables tables, Region region) {
        this.catalog = catalog;
        this.region = region;
        this.items = rows(tables, region, "items", "item_code");
        this.orders = rows(tables, region, "item_dependencies", "dependency_id");
        this.titles = rows(tables, region, "sources", "source_id");
        this.mergers = rows(tables, region, "merged_approvals", "merged_item");
    }

    private static Map<String, ReferenceRow> rows(
            ReferenceTables tables, Region region, String table, String key) {
        return tables.rows(table, region).rows().stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get(key), Function.identity(), (one, other) -> one));
    }

    /** Whether nobody has seen where the promised days of an item come from. */
    boolean isAssumed(String item) {
        ReferenceRow row = items.get(item);
        return row != null && ASSUMED.contains(row.get("committed_source"));
    }

    /** Where it comes from that an item may be simulated or owed, as the catalog writes it. */
    @Nullable String eligibility(String item) {
        ReferenceRow row = items.get(item);
        return row == null || row.get("eligibility_source").isEmpty()
                ? null
                : row.get("eligibility_source");
    }

    /** The package by which a merged item stands for others. */
    @Nullable String merger(String item) {
        ReferenceRow row = mergers.get(item);
        return row == null ? null : row.get("package_code");
    }

    Ground ground(Dependency edge) {
        ReferenceRow row = orders.get(edge.id());
        String source = row == null || row.get("source_id").isEmpty() ? null : row.get("source_id");
        ReferenceRow title = source == null ? null : titles.get(source);
        return new Ground(
                edge.id(),
                named(edge.from()),
                named(edge.to()),
                edge.kind().name(),
                edge.relaxableBy().name(),
                edge.appliesWhen(),
                source,
                title == null ? null : title.get("title"));
    }

    Named named(String code) {
        return catalog.item(region, code)
                .map(item -> new Named(code, item.nameZh(), item.nameEn()))
                .orElse(new Named(code, code, code));
    }
}

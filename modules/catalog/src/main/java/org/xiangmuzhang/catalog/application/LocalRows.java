package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.RowOverrides;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Keeps the rows that places have in their own way. */
@Service
class LocalRows implements OverridingRows {

    /** Columns that name the items whose order or place in a type a row decides. */
    static final List<String> ITEM_COLUMNS = List.of("to_item", "item_code");

    private final Tables tables;
    private final Editions editions;
    private final RowOverrides overrides;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LocalRows(
            Tables tables,
            Editions editions,
            RowOverrides overrides,
            Snapshots snapshots,
            PlatformTransactionManager transactionManager,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.editions = editions;
        this.overrides = overrides;
        this.snapshots = snapshots;
        this.transaction = new TransactionTemplate(transactionManager);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public RowOverride at(Region region, String table, String key) {
        tables.named(table);
        return overrides
                .find(region, table, key)
                .orElseGet(
                        () ->
                                new RowOverride(
                                        region,
                                        table,
                                        key,
                                        null,
                                        new LocalRow(false, Map.of()),
                                        0,
                                        0));
    }

    @Override
    public List<RowOverride> at(Region region, String table) {
        return snapshots.current().own(region, table);
    }

    @Override
    public RowOverride override(
            Region region, String table, String key, LocalRow row, long before, Actor actor) {
        snapshots.latest().mustBeEditedBy(actor, region);
        return Objects.requireNonNull(
                transaction.execute(status -> change(region, table, key, row, before, actor)));
    }

    private RowOverride change(
            Region region, String table, String key, LocalRow row, long before, Actor actor) {
        long version = editions.advance();
        Snapshot base = snapshots.latest();
        RowOverride override = base.override(region, table, key, row, before, version);
        overrides.save(override, actor.person(), clock.instant());
        List<String> items = items(override, base.parentRow(override));
        if (!items.isEmpty()) {
            events.publishEvent(
                    new ItemsChanged(Ids.next(clock), region, Long.toString(version), items));
        }
        snapshots.refreshAfterCommit();
        return override;
    }

    private static List<String> items(RowOverride override, @Nullable Row parent) {
        TreeSet<String> items = new TreeSet<>();
        for (String column : ITEM_COLUMNS) {
            items.add(override.row().fields().getOrDefault(column, ""));
            items.add(parent == null ? "" : parent.get(column));
        }
        items.remove("");
        return List.copyOf(items);
    }
}

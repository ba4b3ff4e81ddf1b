package org.xiangmuzhang.catalog.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.events.ItemsChanged;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.Overrides;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Keeps what places do in their own way. */
@Service
class LocalWays implements Overriding {

    private static final String ITEMS = Table.ITEMS.text();

    private final Editions editions;
    private final Overrides overrides;
    private final Snapshots snapshots;
    private final PastItems pastItems;
    private final SameElements same;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LocalWays(
            Editions editions,
            Overrides overrides,
            Snapshots snapshots,
            PastItems pastItems,
            SameElements same,
            PlatformTransactionManager transactionManager,
            ApplicationEventPublisher events,
            Clock clock) {
        this.editions = editions;
        this.overrides = overrides;
        this.snapshots = snapshots;
        this.pastItems = pastItems;
        this.same = same;
        this.transaction = new TransactionTemplate(transactionManager);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ItemOverride at(Region region, String code) {
        Item parent = snapshots.latest().parentItem(region, code);
        return overrides
                .find(region, code)
                .orElseGet(
                        () ->
                                new ItemOverride(
                                        region, code, parent.version(), LocalValues.NONE, 0));
    }

    @Override
    public ItemOverride override(
            Region region, String code, LocalValues values, long before, Actor actor) {
        snapshots.latest().mustBeEditedBy(actor, region);
        return Objects.requireNonNull(
                transaction.execute(status -> change(region, code, values, before, actor)));
    }

    private ItemOverride change(
            Region region, String code, LocalValues values, long before, Actor actor) {
        long version = editions.advance();
        Snapshot base = snapshots.latest();
        ItemOverride override = base.override(region, code, values, before + 1);
        same.check(region, code, values);
        overrides.save(override, version, actor.person(), clock.instant());
        events.publishEvent(
                new ItemsChanged(Ids.next(clock), region, Long.toString(version), List.of(code)));
        snapshots.refreshAfterCommit();
        return override;
    }

    @Override
    public List<Conflict> conflicts(Region within) {
        Snapshot now = snapshots.latest();
        return conflicts(now).stream()
                .filter(conflict -> now.template().chain(conflict.region()).contains(within))
                .sorted(
                        Comparator.comparing((Conflict one) -> one.region().code())
                                .thenComparing(Conflict::table)
                                .thenComparing(Conflict::code))
                .toList();
    }

    /** Conflicts of every place in a catalog that holds, or would. */
    List<Conflict> conflicts(Snapshot now) {
        return Stream.concat(
                        now.outdated().stream().map(override -> conflict(now, override)),
                        now.outdatedRows().stream().map(override -> conflict(now, override)))
                .toList();
    }

    private static Conflict conflict(Snapshot now, RowOverride override) {
        return new Conflict(
                override.region(),
                override.table(),
                override.key(),
                null,
                null,
                override.changed(now.parentRow(override)));
    }

    private Conflict conflict(Snapshot now, ItemOverride override) {
        String code = override.code();
        Item current = now.parents(override.region()).items().get(code);
        if (current == null) {
            return new Conflict(override.region(), ITEMS, code, override.base(), null, List.of());
        }
        Item base = pastItems.item(code, override.base());
        return new Conflict(
                override.region(),
                ITEMS,
                code,
                override.base(),
                current.version(),
                Changes.between(base, current));
    }
}

package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.domain.Contained;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.out.Proposals;
import org.xiangmuzhang.catalog.port.out.Proposals.Way;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion;
import org.xiangmuzhang.settings.SettingVersion.State;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Lets what two editors agreed on hold on its days, by the overrides that there are. */
@Service
@Transactional
class LocalProposals implements ProposingLocalWays {

    private static final Logger LOG = LoggerFactory.getLogger(LocalProposals.class);
    private static final String ITEMS = Table.ITEMS.text();
    private static final int BATCH = 20;

    private final Snapshots snapshots;
    private final Regions regions;
    private final Overriding overriding;
    private final OverridingRows overridingRows;
    private final Proposals proposals;
    private final SameElements same;
    private final CatalogReaders readers;
    private final Touched touched;
    private final TransactionTemplate apart;
    private final Clock clock;

    LocalProposals(
            Snapshots snapshots,
            Regions regions,
            Overriding overriding,
            OverridingRows overridingRows,
            Proposals proposals,
            SameElements same,
            CatalogReaders readers,
            Touched touched,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.snapshots = snapshots;
        this.regions = regions;
        this.overriding = overriding;
        this.overridingRows = overridingRows;
        this.proposals = proposals;
        this.same = same;
        this.readers = readers;
        this.touched = touched;
        this.apart = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    @Bean
    static RecurringWork localWaysByDay(ProposingLocalWays ways) {
        return new RecurringWork(
                "catalog.local-ways-by-day", Duration.ofMinutes(1), ways::settleDue);
    }

    @Override
    @Transactional(readOnly = true)
    public LocalMatter at(Region region, String table, String key, Actor actor) {
        Way way = new Way(region, table, key);
        SettingVersion proposal =
                mayRead(region, actor) ? proposals.waiting(way).orElse(null) : null;
        return table.equals(ITEMS) ? item(way, proposal) : row(way, proposal);
    }

    /** An editor of a place above may decide for the place, and so reads there. */
    @Override
    public boolean mayRead(Region region, Actor actor) {
        return readers.mayRead(region, actor);
    }

    private LocalMatter item(Way way, @Nullable SettingVersion proposal) {
        Item parent = snapshots.current().parentItem(way.region(), way.key());
        ItemOverride own = overriding.at(way.region(), way.key());
        Item then = proposal == null ? null : with(own, proposals.values(proposal)).over(parent);
        Item here = own.over(parent);
        return new LocalMatter(
                way.region(),
                way.table(),
                way.key(),
                true,
                !own.values().equals(LocalValues.NONE),
                false,
                fields(
                        ItemTexts.of(parent),
                        ItemTexts.of(here),
                        then == null ? null : ItemTexts.of(then)),
                proposal,
                false,
                Contained.flags(then == null ? here : then),
                touched(way, proposal, Set.of(way.key())));
    }

    private static ItemOverride with(ItemOverride own, LocalValues values) {
        return new ItemOverride(own.region(), own.code(), own.base(), values, own.version() + 1);
    }

    private LocalMatter row(Way way, @Nullable SettingVersion proposal) {
        Snapshot snapshot = snapshots.current();
        Table table = snapshot.template().library().tables().named(way.table());
        RowOverride own = overridingRows.at(way.region(), way.table(), way.key());
        Row parent = snapshot.parentRow(own);
        LocalRow wish = proposal == null ? null : proposals.row(proposal);
        Map<String, String> above = texts(table, parent);
        Map<String, String> here = texts(table, over(own.row(), parent));
        Map<String, String> then = wish == null ? null : texts(table, over(wish, parent));
        return new LocalMatter(
                way.region(),
                way.table(),
                way.key(),
                parent != null,
                own.row().absent() || !own.row().fields().isEmpty(),
                own.row().absent(),
                fields(above, here, then),
                proposal,
                wish != null && wish.absent(),
                List.of(),
                touched(way, proposal, items(List.of(above, here, then == null ? above : then))));
    }

    private static @Nullable Map<String, String> over(LocalRow row, @Nullable Row parent) {
        if (row.absent()) {
            return null;
        }
        Map<String, String> fields = new HashMap<>(parent == null ? Map.of() : parent.fields());
        fields.putAll(row.fields());
        return fields;
    }

    private static SequencedMap<String, String> texts(Table table, @Nullable Row row) {
        return texts(table, row == null ? null : row.fields());
    }

    private static SequencedMap<String, String> texts(
            Table table, @Nullable Map<String, String> fields) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        table.header()
                .forEach(
                        column ->
                                texts.put(
                                        column,
                                        fields == null ? "" : fields.getOrDefault(column, "")));
        return texts;
    }

    private static List<LocalField> fields(
            Map<String, String> above,
            Map<String, String> here,
            @Nullable Map<String, String> then) {
        return above.entrySet().stream()
                .map(
                        field ->
                                new LocalField(
                                        field.getKey(),
                                        field.getValue(),
                                        here.getOrDefault(field.getKey(), ""),
                                        then == null ? null : then.get(field.getKey())))
                .toList();
    }

    private static Set<String> items(List<Map<String, String>> rows) {
        Set<String> items = new TreeSet<>();
        for (Map<String, String> row : rows) {
            for (String column : LocalRows.ITEM_COLUMNS) {
                items.add(row.getOrDefault(column, ""));
            }
        }
        items.remove("");
        return items;
    }

    private List<Dependents.Line> touched(
            Way way, @Nullable SettingVersion proposal, Set<String> items) {
        if (proposal == null) {
            return List.of();
        }
        Set<Region> places = regions.within(way.region());
        return touched.by(places, way.table(), way.key(), items);
    }

    @Override
    public SettingVersion propose(
            Region region, String code, LocalValues values, Wish wish, Actor actor) {
        Snapshot now = mayEdit(actor, region);
        now.override(region, code, values, 1);
        same.check(region, code, values);
        return proposals.propose(
                actor,
                new Way(region, ITEMS, code),
                values,
                wish.from(),
                wish.until(),
                wish.reason());
    }

    @Override
    public SettingVersion propose(
            Region region, String table, String key, LocalRow row, Wish wish, Actor actor) {
        Snapshot now = mayEdit(actor, region);
        now.override(region, table, key, row, 0, now.version() + 1);
        return proposals.propose(
                actor, new Way(region, table, key), row, wish.from(), wish.until(), wish.reason());
    }

    @Override
    public SettingVersion propose(
            Region region,
            String table,
            String key,
            boolean absent,
            Map<String, String> typed,
            Wish wish,
            Actor actor) {
        Snapshot now = mayEdit(actor, region);
        if (table.equals(ITEMS)) {
            return propose(
                    region,
                    key,
                    ItemTexts.values(
                            now.parentItem(region, key),
                            typed,
                            overriding.at(region, key).values().materials()),
                    wish,
                    actor);
        }
        Table of = now.template().library().tables().named(table);
        Row parent = now.parentRow(overridingRows.at(region, table, key));
        Map<String, String> above = texts(of, parent);
        Map<String, String> fields = new LinkedHashMap<>();
        of.header()
                .forEach(
                        column -> {
                            String own =
                                    Objects.requireNonNullElse(
                                                    typed.get(column),
                                                    above.getOrDefault(column, ""))
                                            .strip();
                            if (parent == null || !own.equals(above.get(column))) {
                                fields.put(column, own);
                            }
                        });
        return propose(
                region,
                table,
                key,
                absent ? new LocalRow(true, Map.of()) : new LocalRow(false, fields),
                wish,
                actor);
    }

    private Snapshot mayEdit(Actor actor, Region region) {
        Snapshot now = snapshots.latest();
        now.mustBeEditedBy(actor, region);
        return now;
    }

    @Override
    public void decide(
            Region region,
            String table,
            String key,
            int number,
            State outcome,
            String answer,
            Actor actor) {
        mayEdit(actor, region);
        Way way = new Way(region, table, key);
        SettingVersion proposal =
                proposals.waiting(way).filter(it -> it.number() == number).orElse(null);
        proposals.decide(actor, proposal, outcome, answer);
        if (outcome == State.APPROVED && proposal != null) {
            LocalDate until = proposal.until();
            if (until != null) {
                proposals.lookAgain(way, until.plusDays(1));
            }
            LocalDate today = WorkingDays.today(clock);
            if (proposal.covers(today)) {
                hold(way, proposal, actor.person());
            } else {
                proposals.lookAgain(way, proposal.from());
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<SettingVersion> history(
            Region region, String table, String key, int before, int limit, Actor actor) {
        readers.mustReachProposals(region, actor);
        return proposals.history(new Way(region, table, key), before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<LocalProposal> waiting(Region region, Actor actor) {
        readers.mustReachProposals(region, actor);
        return proposals.waiting(List.copyOf(regions.within(region))).stream()
                .flatMap(
                        way ->
                                proposals.waiting(way).stream()
                                        .map(
                                                it ->
                                                        new LocalProposal(
                                                                way.region(),
                                                                way.table(),
                                                                way.key(),
                                                                it.from())))
                .toList();
    }

    /** All that is due, one by one, so that one which cannot hold holds up no other. */
    @Override
    @Transactional(propagation = Propagation.NEVER)
    public int settleDue() {
        LocalDate today = WorkingDays.today(clock);
        int settled = 0;
        Set<Way> tried = new HashSet<>();
        List<Way> due;
        do {
            due = due(today).stream().filter(tried::add).toList();
            for (Way way : due) {
                if (settlesApart(way, today)) {
                    settled++;
                }
            }
        } while (!due.isEmpty());
        return settled;
    }

    private boolean settlesApart(Way way, LocalDate today) {
        try {
            apart.executeWithoutResult(status -> settle(way, today));
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("{} {} of {} cannot hold", way.table(), way.key(), way.region(), failed);
        }
        try {
            apart.executeWithoutResult(status -> putOff(way, today));
        } catch (RuntimeException failed) {
            LOG.error("{} {} of {} is not put off", way.table(), way.key(), way.region(), failed);
        }
        return false;
    }

    private List<Way> due(LocalDate today) {
        return Objects.requireNonNull(apart.execute(status -> proposals.toLookAt(today, BATCH)));
    }

    private void settle(Way way, LocalDate today) {
        SettingVersion holding = proposals.holding(way, today).orElse(null);
        if (differs(way, holding)) {
            UUID by = holding == null ? null : holding.decidedBy();
            hold(way, holding, by == null ? Actor.system(way.region()).person() : by);
        }
        proposals.looked(way, today);
    }

    /** The tables may allow it tomorrow. */
    private void putOff(Way way, LocalDate today) {
        proposals.lookAgain(way, today.plusDays(1));
        proposals.looked(way, today);
    }

    private boolean differs(Way way, @Nullable SettingVersion holding) {
        return way.table().equals(ITEMS)
                ? !overriding.at(way.region(), way.key()).values().equals(values(holding))
                : !overridingRows
                        .at(way.region(), way.table(), way.key())
                        .row()
                        .equals(localRow(holding));
    }

    private void hold(Way way, @Nullable SettingVersion holding, UUID by) {
        Actor editor = new Actor(by, Role.CATALOG_EDITOR, Region.TEMPLATE, null, null);
        if (way.table().equals(ITEMS)) {
            long before = overriding.at(way.region(), way.key()).version();
            overriding.override(way.region(), way.key(), values(holding), before, editor);
        } else {
            long before = overridingRows.at(way.region(), way.table(), way.key()).version();
            overridingRows.override(
                    way.region(), way.table(), way.key(), localRow(holding), before, editor);
        }
    }

    private LocalValues values(@Nullable SettingVersion version) {
        return version == null ? LocalValues.NONE : proposals.values(version);
    }

    private LocalRow localRow(@Nullable SettingVersion version) {
        return version == null ? new LocalRow(false, Map.of()) : proposals.row(version);
    }
}

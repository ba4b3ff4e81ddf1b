package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Overriding.Conflict;
import org.xiangmuzhang.catalog.port.in.ProposingTables;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.TableProposals;
import org.xiangmuzhang.catalog.port.out.TableProposals.Staged;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps proposed tables beside the editions, and lets them hold once a second editor agrees. */
@Service
@Transactional
class TableProposing implements ProposingTables {

    private static final int SHOWN = 100;

    private final TableImport tables;
    private final Tables known;
    private final ItemCodes codes;
    private final Editions editions;
    private final TableProposals proposals;
    private final Snapshots snapshots;
    private final LocalWays ways;
    private final Touched touched;
    private final Clock clock;

    TableProposing(
            TableImport tables,
            Tables known,
            ItemCodes codes,
            Editions editions,
            TableProposals proposals,
            Snapshots snapshots,
            LocalWays ways,
            Touched touched,
            Clock clock) {
        this.tables = tables;
        this.known = known;
        this.codes = codes;
        this.editions = editions;
        this.proposals = proposals;
        this.snapshots = snapshots;
        this.ways = ways;
        this.touched = touched;
        this.clock = clock;
    }

    @Override
    public ProposedTables propose(
            Map<String, byte[]> contents, Region region, String reason, Actor actor) {
        actor.mustBe(Role.CATALOG_EDITOR);
        if (!region.equals(Region.TEMPLATE)) {
            throw Refusal.invalid("import-template-only", "/region", region.code());
        }
        mustEditTemplate(actor);
        if (contents.isEmpty()) {
            throw Refusal.invalid("tables-file-missing", "/file");
        }
        List<Sheet> sheets = tables.sheets(contents);
        codes.check(sheets);
        Library before = snapshots.latest().template().library();
        tables.check(before, before.with(sheets));
        List<Sheet> changed =
                sheets.stream()
                        .filter(sheet -> !sheet.hash().equals(before.sheet(sheet.table()).hash()))
                        .toList();
        if (changed.isEmpty()) {
            throw Refusal.invalid("tables-unchanged", "/tables");
        }
        if (proposals.waiting().isPresent()) {
            throw Refusal.conflict("setting-proposed-already");
        }
        tables.forgetStaged();
        Map<Table, Integer> numbers = editions.numbers();
        Map<String, Staged> staged = new LinkedHashMap<>();
        editions.stage(changed, false, clock.instant())
                .forEach(
                        (table, edition) ->
                                staged.put(
                                        table.text(),
                                        new Staged(edition, numbers.getOrDefault(table, 0))));
        SettingVersion version =
                proposals.propose(actor, staged, WorkingDays.today(clock).plusDays(DAYS), reason);
        return effect(version, changed);
    }

    private static void mustEditTemplate(Actor actor) {
        actor.mustBe(Role.CATALOG_EDITOR);
        if (!actor.region().equals(Region.TEMPLATE)) {
            throw Refusal.forbidden(
                    "not-your-place", Region.TEMPLATE.code(), actor.region().code());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable ProposedTables proposed(Actor actor) {
        mustEditTemplate(actor);
        return proposals.waiting().map(version -> effect(version, staged(version))).orElse(null);
    }

    private List<Sheet> staged(SettingVersion version) {
        List<Sheet> sheets = new ArrayList<>();
        proposals
                .content(version)
                .forEach(
                        (table, staged) ->
                                sheets.add(editions.staged(known.named(table), staged.edition())));
        return sheets;
    }

    @Override
    public void decide(int number, SettingVersion.State outcome, String answer, Actor actor) {
        mustEditTemplate(actor);
        SettingVersion waiting =
                proposals.waiting().filter(it -> it.number() == number).orElse(null);
        proposals.decide(actor, waiting, outcome, answer);
        if (waiting == null || outcome != SettingVersion.State.APPROVED) {
            return;
        }
        Map<String, Staged> content = proposals.content(waiting);
        Map<Table, Integer> numbers = editions.numbers();
        content.forEach(
                (table, staged) -> {
                    if (numbers.getOrDefault(known.named(table), 0) != staged.base()) {
                        throw Refusal.conflict("catalog-changed-meanwhile");
                    }
                });
        Map<Table, UUID> put = new HashMap<>();
        content.forEach((table, staged) -> put.put(known.named(table), staged.edition()));
        tables.publish(staged(waiting), put, actor);
    }

    private ProposedTables effect(SettingVersion version, Collection<Sheet> sheets) {
        Snapshot now = snapshots.current();
        Library before = now.template().library();
        Library after = before.with(sheets);
        Difference difference = Difference.between(before, after);
        return new ProposedTables(
                version,
                sheets.stream().map(sheet -> effect(before.sheet(sheet.table()), sheet)).toList(),
                List.copyOf(difference.touched()),
                difference.calendar(),
                conflicts(now, after),
                touched(now, difference.touched()),
                TableImport.flags(sheets));
    }

    private static TableEffect effect(Sheet before, Sheet after) {
        Map<String, Row> old = new LinkedHashMap<>();
        before.rows().forEach(row -> old.put(before.key(row), row));
        int[] counts = new int[RowChange.Kind.values().length];
        List<RowChange> changes = new ArrayList<>();
        for (Row row : after.rows()) {
            String key = after.key(row);
            Row was = old.remove(key);
            List<String> columns =
                    after.table().header().stream()
                            .filter(
                                    column ->
                                            was == null || !was.get(column).equals(row.get(column)))
                            .toList();
            if (!columns.isEmpty()) {
                put(
                        was == null ? RowChange.Kind.ADDED : RowChange.Kind.CHANGED,
                        key,
                        was == null ? List.of() : columns,
                        counts,
                        changes);
            }
        }
        old.keySet().forEach(key -> put(RowChange.Kind.REMOVED, key, List.of(), counts, changes));
        return new TableEffect(
                after.table().text(),
                after.rows().size(),
                counts[RowChange.Kind.ADDED.ordinal()],
                counts[RowChange.Kind.CHANGED.ordinal()],
                counts[RowChange.Kind.REMOVED.ordinal()],
                changes);
    }

    private static void put(
            RowChange.Kind kind,
            String key,
            List<String> columns,
            int[] counts,
            List<RowChange> changes) {
        counts[kind.ordinal()]++;
        if (changes.size() < SHOWN) {
            changes.add(new RowChange(kind, key, columns));
        }
    }

    /** What places would have to look at again that they need not today. */
    private List<Conflict> conflicts(Snapshot now, Library after) {
        Map<String, Integer> numbers = new HashMap<>(editions.itemNumbers());
        Difference.between(now.template().library(), after)
                .newVersions()
                .forEach(code -> numbers.merge(code, 1, Integer::sum));
        Template template = new Template(after, numbers, editions.numbers());
        Snapshot then =
                now.next(now.version(), now.templateVersion(), template, List.of(), List.of());
        List<Conflict> conflicts = new ArrayList<>(ways.conflicts(then));
        conflicts.removeAll(ways.conflicts(now));
        return conflicts;
    }

    private List<Dependents.Line> touched(Snapshot now, Set<String> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        Set<Region> everywhere = now.template().places().keySet();
        return touched.by(everywhere, Table.ITEMS.text(), "", items);
    }
}

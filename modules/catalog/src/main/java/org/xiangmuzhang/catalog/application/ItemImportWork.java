package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.application.ItemFile.Unreadable;
import org.xiangmuzhang.catalog.application.ItemRowReader.Entry;
import org.xiangmuzhang.catalog.application.search.SearchTexts;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.graph.Circles;
import org.xiangmuzhang.catalog.domain.own.Above;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.domain.own.ItemImport.State;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.OwnRules;
import org.xiangmuzhang.catalog.port.in.ImportingItems;
import org.xiangmuzhang.catalog.port.out.ItemImports;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.timers.RecurringWork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads and checks imports, some hundred items in a transaction: whoever goes on after a node has
 * died begins behind the last of these.
 */
@Component
public class ItemImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ItemImportWork.class);
    private static final int BATCH = 500;
    private static final int CLEARED = 2_000;
    private static final int CIRCLES = 20;
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Snapshots snapshots;
    private final OwnLists lists;
    private final OwnChecks checks;
    private final OwnItems items;
    private final SearchTexts texts;
    private final ItemImports imports;
    private final Files files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ItemImportWork(
            Snapshots snapshots,
            OwnLists lists,
            OwnChecks checks,
            OwnItems items,
            SearchTexts texts,
            ItemImports imports,
            Files files,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.snapshots = snapshots;
        this.lists = lists;
        this.checks = checks;
        this.items = items;
        this.texts = texts;
        this.imports = imports;
        this.files = files;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    @Bean
    static RecurringWork itemImports(ItemImportWork work) {
        return new RecurringWork(ImportingItems.WORK, Duration.ofSeconds(20), work::run);
    }

    static boolean isSheet(StoredFile file) {
        return file.mediaType().equals(SHEET);
    }

    /** Works until there is nothing to do; one that fails holds up no other. */
    public void run() {
        ItemImport next = imports.next(null).orElse(null);
        while (next != null) {
            try {
                toItsEnd(next);
            } catch (RuntimeException e) {
                LOG.error("Import {} cannot go on; it is tried again", next.id(), e);
            }
            next = imports.next(next.id()).orElse(null);
        }
    }

    private void toItsEnd(ItemImport begun) {
        ItemImport it = begun;
        State before;
        do {
            before = it.state();
            work(it, Integer.MAX_VALUE);
            it = imports.find(it.id()).orElseThrow();
        } while (it.state() != before && it.state() != State.READY);
    }

    /** Brings one import as far as this many batches of reading take it. */
    public void work(ItemImport it, int mostBatches) {
        switch (it.state()) {
            case READING -> reading(it, mostBatches);
            case CHECKING -> checking(it);
            case READY -> {}
            case PUBLISHED -> imports.cleared(it.id());
            case FAULTY, CHECKED, ABORTED -> clear(it);
        }
    }

    private void clear(ItemImport it) {
        boolean left = true;
        while (left) {
            left =
                    Boolean.TRUE.equals(
                            transaction.execute(
                                    status -> imports.clear(it.publication(), CLEARED)));
        }
        imports.cleared(it.id());
    }

    private void reading(ItemImport it, int mostBatches) {
        StoredFile stored = files.byId(it.file()).orElse(null);
        if (stored == null) {
            unreadable(it, new Unreadable(1, "", "import-file-gone"));
            return;
        }
        try (ItemFile file = ItemFile.open(() -> files.open(it.file()), isSheet(stored))) {
            Integer count = file.count();
            if (count != null) {
                imports.counted(it.id(), count);
            }
            if (read(it, new ItemRowReader(file), mostBatches)) {
                imports.became(it.id(), State.READING, State.CHECKING, clock.instant());
            }
        } catch (Unreadable e) {
            unreadable(it, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unreadable(ItemImport it, Unreadable e) {
        LOG.info("Import {} cannot be read: {}", it.id(), e.getMessage());
        transaction.executeWithoutResult(
                status -> {
                    if (imports.became(it.id(), State.READING, State.FAULTY, clock.instant())) {
                        imports.fault(it.id(), it.region(), List.of(e.fault()), true);
                    }
                });
    }

    /** Whether the file was read to its end, and the import still goes on. */
    private boolean read(ItemImport it, ItemRowReader rows, int mostBatches) {
        int done = 0;
        int before = it.lines();
        List<Entry> batch = new ArrayList<>();
        for (Entry entry = rows.next(); entry != null; entry = rows.next()) {
            if (entry.last() > ImportingItems.MOST_LINES) {
                throw new Unreadable(
                        entry.last(),
                        "",
                        "rows-too-many",
                        Integer.toString(ImportingItems.MOST_LINES));
            }
            if (entry.last() > it.lines()) {
                batch.add(entry);
            }
            if (batch.size() == BATCH) {
                if (!staged(it, batch, before) || ++done == mostBatches) {
                    return false;
                }
                before = batch.getLast().last();
                batch.clear();
            }
        }
        return batch.isEmpty() || staged(it, batch, before);
    }

    private boolean staged(ItemImport it, List<Entry> batch, int before) {
        Boolean goesOn = transaction.execute(status -> new Batch(it, batch).stage(before));
        if (!Boolean.TRUE.equals(goesOn)) {
            return false;
        }
        ItemImport now = imports.find(it.id()).orElseThrow();
        if (now.faults() > ImportingItems.MOST_FAULTS) {
            throw new Unreadable(
                    now.lines(),
                    "",
                    "faults-too-many",
                    Integer.toString(ImportingItems.MOST_FAULTS));
        }
        return true;
    }

    /** Items of a file that are put down together. */
    private final class Batch {

        private final ItemImport it;
        private final List<Entry> entries;
        private final Region region;
        private final LocalDate today = WorkingDays.today(clock);
        private final List<Fault> faults = new ArrayList<>();
        private final List<Fault> flags = new ArrayList<>();
        private final Map<String, Above> above = new HashMap<>();

        Batch(ItemImport it, List<Entry> entries) {
            this.it = it;
            this.entries = entries;
            this.region = it.region();
        }

        boolean stage(int before) {
            int last = entries.getLast().last();
            if (!imports.moved(it.id(), State.READING, before, last, 0, 0, 0, clock.instant())) {
                return false;
            }
            List<Entry> fresh = fresh();
            List<String> codes = fresh.stream().map(Entry::code).toList();
            parents(fresh);
            Map<String, Level> levels = items.levels(region, codes);
            Map<String, String> digests = imports.digests(region, codes, today);
            Map<String, OwnItem> alike = checks.alike(region, codes, today);
            OwnRules rules = checks.rules(region, today);
            List<OwnItem> versions = new ArrayList<>();
            int unchanged = 0;
            for (Entry entry : fresh) {
                OwnItem item =
                        version(entry, rules, alike.get(entry.code()), levels.get(entry.code()));
                if (item != null) {
                    above.put(entry.code(), item.above());
                    if (item.sheet().digest().equals(digests.get(entry.code()))) {
                        unchanged++;
                    } else {
                        versions.add(item);
                    }
                }
            }
            texts.put(it.publication(), versions);
            imports.fault(it.id(), region, faults, true);
            imports.fault(it.id(), region, flags, false);
            return imports.moved(
                    it.id(),
                    State.READING,
                    last,
                    last,
                    versions.size(),
                    unchanged,
                    0,
                    clock.instant());
        }

        private @Nullable OwnItem version(
                Entry entry, OwnRules rules, @Nullable OwnItem alike, @Nullable Level before) {
            String parent = entry.sheet().parent();
            Above upper = parent == null ? null : above.get(parent);
            List<Fault> own = new ArrayList<>();
            ItemSheet sheet =
                    OwnRules.withLimit(
                            rules.complete(entry.code(), entry.sheet(), upper, alike, before, own),
                            upper);
            faults.addAll(entry.faults());
            own.forEach(fault -> faults.add(entry.onLine(fault)));
            if (!own.isEmpty() || !entry.faults().isEmpty()) {
                return null;
            }
            OwnRules.contained(sheet).forEach(flag -> flags.add(entry.onLine(flag)));
            return new OwnItem(
                    region,
                    entry.code(),
                    0,
                    upper == null ? null : upper.template(),
                    today,
                    false,
                    sheet);
        }

        /** Those whose code has not come before. */
        private List<Entry> fresh() {
            Map<String, Integer> lines = new LinkedHashMap<>();
            List<Entry> first = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.code().isEmpty()) {
                    faults.addAll(
                            entry.faults().isEmpty()
                                    ? List.of(fault(entry, "value-missing"))
                                    : entry.faults());
                    continue;
                }
                Integer before = lines.putIfAbsent(entry.code(), entry.lines().getFirst());
                if (before == null) {
                    first.add(entry);
                } else {
                    faults.add(twice(entry, before));
                }
            }
            Map<String, Integer> there = imports.codes(it.id(), region, lines);
            List<Entry> fresh = new ArrayList<>();
            for (Entry entry : first) {
                Integer before = there.get(entry.code());
                if (before == null) {
                    fresh.add(entry);
                } else {
                    faults.add(twice(entry, before));
                }
            }
            return fresh;
        }

        private Fault twice(Entry entry, int before) {
            return fault(entry, "duplicate-key", entry.code(), Integer.toString(before));
        }

        private Fault fault(Entry entry, String rule, String... arguments) {
            return new Fault(
                    ItemSheet.TABLE,
                    entry.lines().getFirst(),
                    ItemColumns.CODE,
                    rule,
                    List.of(arguments));
        }

        /** Parents from the file so far, from the list unless the file is all of it, from above. */
        private void parents(List<Entry> fresh) {
            Set<String> wanted = new HashSet<>();
            fresh.forEach(
                    entry -> {
                        String parent = entry.sheet().parent();
                        if (parent != null) {
                            wanted.add(parent);
                        }
                    });
            Map<String, Item> shared = snapshots.current().at(region).items();
            for (String code : List.copyOf(wanted)) {
                if (shared.containsKey(code)) {
                    lists.above(region, code, today).ifPresent(one -> above.put(code, one));
                    wanted.remove(code);
                }
            }
            above.putAll(imports.staged(it.publication(), region, wanted));
            wanted.removeAll(above.keySet());
            Set<String> brought = imports.lines(it.id(), wanted).keySet();
            items.newest(region, wanted, today)
                    .forEach(
                            (code, item) -> {
                                if (item.holds(today) && (!it.whole() || brought.contains(code))) {
                                    above.put(code, item.above());
                                }
                            });
            wanted.removeAll(above.keySet());
            List<Region> upper = lists.places(region);
            for (String code : wanted) {
                items.newest(upper.subList(1, upper.size()), code, today)
                        .filter(item -> item.holds(today))
                        .ifPresent(item -> above.put(code, item.above()));
            }
        }
    }

    private void checking(ItemImport it) {
        if (it.whole()) {
            withdrawMissing(it);
        }
        transaction.executeWithoutResult(
                status -> {
                    if (goesOn(it, 0)) {
                        order(it);
                        ItemImport now = imports.find(it.id()).orElseThrow();
                        imports.became(it.id(), State.CHECKING, outcome(now), clock.instant());
                    }
                });
    }

    private static State outcome(ItemImport now) {
        if (now.faults() > 0) {
            return State.FAULTY;
        }
        return now.dryRun() ? State.CHECKED : State.READY;
    }

    private void withdrawMissing(ItemImport it) {
        LocalDate today = WorkingDays.today(clock);
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> withdrawSome(it, today)));
        }
    }

    private boolean withdrawSome(ItemImport it, LocalDate today) {
        if (!goesOn(it, 0)) {
            return false;
        }
        List<String> missing = imports.missing(it.id(), it.region(), "", today, BATCH);
        if (missing.isEmpty()) {
            return false;
        }
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<OwnItem> gone = new ArrayList<>();
        items.newest(it.region(), missing, today)
                .forEach(
                        (code, item) -> {
                            lines.put(code, 0);
                            gone.add(
                                    new OwnItem(
                                            item.region(),
                                            code,
                                            0,
                                            item.template(),
                                            today,
                                            true,
                                            item.sheet()));
                        });
        imports.codes(it.id(), it.region(), lines);
        texts.put(it.publication(), gone);
        return goesOn(it, gone.size());
    }

    private boolean goesOn(ItemImport it, int withdrawn) {
        return imports.moved(
                it.id(), State.CHECKING, it.lines(), it.lines(), 0, 0, withdrawn, clock.instant());
    }

    /** What is waited for must be there, and nothing may wait for itself. */
    private void order(ItemImport it) {
        LocalDate today = WorkingDays.today(clock);
        Map<String, List<String>> waits = new LinkedHashMap<>();
        imports.eachWait(it, today, waits::put);
        Set<String> known = known(it, waits, today);
        List<Fault> faults = new ArrayList<>();
        waits.forEach(
                (code, befores) ->
                        befores.stream()
                                .filter(before -> !known.contains(before))
                                .forEach(before -> faults.add(unknown(it, code, before))));
        for (List<String> circle : new Circles(waits).find(CIRCLES)) {
            faults.add(onLine(it, circle.getFirst(), OwnChecks.circle(circle)));
        }
        imports.fault(
                it.id(),
                it.region(),
                faults.subList(0, Math.min(faults.size(), ImportingItems.MOST_FAULTS)),
                true);
    }

    private Fault unknown(ItemImport it, String code, String before) {
        return onLine(
                it,
                code,
                imports.sheet(it.publication(), it.region(), code)
                        .map(sheet -> OwnChecks.unknown(code, sheet, before))
                        .orElseGet(
                                () ->
                                        new Fault(
                                                ItemSheet.TABLE,
                                                0,
                                                "before",
                                                "item-waited-for",
                                                List.of(before + " → " + code))));
    }

    private Fault onLine(ItemImport it, String code, Fault fault) {
        int line = Objects.requireNonNullElse(imports.lines(it.id(), List.of(code)).get(code), 0);
        return new Fault(fault.table(), line, fault.column(), fault.rule(), fault.arguments());
    }

    /** Which of the items that are waited for would be there. */
    private Set<String> known(ItemImport it, Map<String, List<String>> waits, LocalDate today) {
        Set<String> known = new HashSet<>(snapshots.current().at(it.region()).items().keySet());
        List<String> others =
                waits.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .filter(code -> !known.contains(code))
                        .toList();
        for (int from = 0; from < others.size(); from += BATCH) {
            List<String> some = others.subList(from, Math.min(others.size(), from + BATCH));
            Map<String, Integer> brought = imports.lines(it.id(), some);
            brought.forEach(
                    (code, line) -> {
                        if (line > 0) {
                            known.add(code);
                        }
                    });
            items.newest(it.region(), some, today)
                    .forEach(
                            (code, item) -> {
                                if (item.holds(today) && !brought.containsKey(code)) {
                                    known.add(code);
                                }
                            });
            List<Region> upper = lists.places(it.region());
            for (String code : some) {
                if (!known.contains(code)
                        && items.newest(upper.subList(1, upper.size()), code, today)
                                .filter(item -> item.holds(today))
                                .isPresent()) {
                    known.add(code);
                }
            }
        }
        return known;
    }
}

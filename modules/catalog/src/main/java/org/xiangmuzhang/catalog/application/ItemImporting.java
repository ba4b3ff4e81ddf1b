package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.events.OwnItemsPublished;
import org.xiangmuzhang.catalog.port.in.ImportingItems;
import org.xiangmuzhang.catalog.port.out.ItemImports;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;
import org.xiangmuzhang.settings.SettingVersion.State;
import org.xiangmuzhang.timers.Timetable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Begins imports, shows how far they are, and lets two editors publish them. */
@Service
@Transactional
class ItemImporting implements ImportingItems {

    private static final String NAME = "catalog-import/";
    private static final int TOLD_CODES = 100;

    private final Snapshots snapshots;
    private final Regions regions;
    private final CatalogReaders readers;
    private final OwnLists lists;
    private final ItemImports imports;
    private final OwnItems items;
    private final Files files;
    private final SecondPerson second;
    private final Timetable timetable;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final People people;

    ItemImporting(
            Snapshots snapshots,
            Regions regions,
            CatalogReaders readers,
            OwnLists lists,
            ItemImports imports,
            OwnItems items,
            Files files,
            SecondPerson second,
            Timetable timetable,
            ApplicationEventPublisher events,
            Clock clock,
            People people) {
        this.snapshots = snapshots;
        this.regions = regions;
        this.readers = readers;
        this.lists = lists;
        this.imports = imports;
        this.items = items;
        this.files = files;
        this.second = second;
        this.timetable = timetable;
        this.events = events;
        this.clock = clock;
        this.people = people;
    }

    @Override
    public ItemImport begin(Region region, UUID file, boolean dryRun, boolean whole, Actor actor) {
        snapshots.latest().mustBeEditedBy(actor, region);
        if (region.equals(Region.TEMPLATE)
                || !snapshots.current().template().places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        StoredFile stored =
                files.byId(file)
                        .filter(
                                one ->
                                        one.uploadedBy().equals(actor.person())
                                                || imports.knows(region, file))
                        .orElseThrow(() -> Refusal.invalid("import-file-unknown", "/file"));
        if (!ItemImportWork.isSheet(stored) && !stored.mediaType().equals("text/csv")) {
            throw Refusal.invalid("import-file-kind", "/file", stored.mediaType());
        }
        files.use(List.of(file));
        Instant now = clock.instant();
        UUID publication = Ids.next(clock);
        items.begin(new OwnItems.Publication(publication, region, "IMPORT", actor.person()));
        ItemImport begun =
                new ItemImport(
                        Ids.next(clock),
                        region,
                        file,
                        stored.name(),
                        dryRun,
                        whole,
                        ItemImport.State.READING,
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        publication,
                        items.number(region),
                        null,
                        actor.person(),
                        now,
                        now);
        imports.add(begun);
        timetable.soon(WORK);
        return begun;
    }

    @Override
    @Transactional(readOnly = true)
    public ImportMatter at(UUID id, Actor actor) {
        ItemImport it = readable(id, actor);
        return new ImportMatter(it, second.waiting(it.region(), NAME + id).orElse(null));
    }

    private ItemImport readable(UUID id, Actor actor) {
        readers.mustBeReader(actor);
        return imports.find(id)
                .filter(it -> readers.mayRead(it.region(), actor))
                .orElseThrow(() -> Refusal.notFound("import-unknown", id));
    }

    private ItemImport editable(UUID id, Actor actor) {
        ItemImport it = readable(id, actor);
        snapshots.latest().mustBeEditedBy(actor, it.region());
        return it;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ItemImport> latest(Region within, @Nullable UUID before, int limit, Actor actor) {
        readers.mustBeReader(actor);
        return readers.mayRead(within, actor)
                ? imports.latest(List.copyOf(regions.within(within)), before, limit)
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportFault> report(UUID id, int after, int limit, Actor actor) {
        readable(id, actor);
        return imports.faults(id, after, limit);
    }

    @Override
    public SettingVersion review(UUID id, LocalDate from, String reason, Actor actor) {
        ItemImport it = editable(id, actor);
        if (it.state() != ItemImport.State.READY) {
            throw Refusal.conflict("import-not-ready", it.state().name());
        }
        mustBeUnchanged(it, items.number(it.region()), from);
        return second.propose(
                actor,
                it.region(),
                NAME + id,
                Map.of("items", it.items(), "withdrawn", it.withdrawn()),
                from,
                null,
                reason);
    }

    /**
     * It was checked as if it were to hold on the day it was begun: nothing may have been published
     * since, and nothing that was published before may begin until it holds.
     */
    private void mustBeUnchanged(ItemImport it, int number, LocalDate from) {
        Region place = it.region();
        LocalDate checked = LocalDate.ofInstant(it.startedAt(), WorkingDays.ZONE);
        List<Region> above =
                lists.places(place).stream().filter(one -> !one.equals(place)).toList();
        if (number != it.base()
                || items.isMovedUnder(it.publication(), above, it.startedAt(), checked, from)) {
            throw Refusal.conflict("catalog-changed-meanwhile");
        }
        items.beginnings(List.of(place), checked).stream()
                .findFirst()
                .filter(day -> !day.isAfter(from))
                .ifPresent(
                        day -> {
                            throw Refusal.conflict("import-after-others", day, from);
                        });
    }

    @Override
    public void decide(UUID id, int number, State outcome, String answer, Actor actor) {
        ItemImport it = editable(id, actor);
        SettingVersion proposal =
                second.waiting(it.region(), NAME + id)
                        .filter(one -> one.number() == number)
                        .orElse(null);
        second.decide(actor, proposal, outcome, answer);
        if (outcome == State.APPROVED && proposal != null) {
            publish(it, proposal, actor);
        }
    }

    /** However many items it has, only its number is written. */
    private void publish(ItemImport it, SettingVersion proposal, Actor actor) {
        int before = items.lock(it.region());
        mustBeUnchanged(it, before, proposal.from());
        if (!imports.became(
                it.id(), ItemImport.State.READY, ItemImport.State.PUBLISHED, clock.instant())) {
            throw Refusal.conflict("import-not-ready", it.state().name());
        }
        int number = before + 1;
        items.publish(it.publication(), number, proposal.from(), actor.person(), clock.instant());
        imports.published(it.id(), number);
        int count = it.items() + it.withdrawn();
        events.publishEvent(
                new OwnItemsPublished(
                        it.publication(),
                        it.region(),
                        number,
                        proposal.from(),
                        count,
                        count > TOLD_CODES
                                ? List.of()
                                : items.codes(it.publication(), TOLD_CODES)));
        timetable.soon(WORK);
    }

    @Override
    public void abort(UUID id, Actor actor) {
        ItemImport it = editable(id, actor);
        SettingVersion waiting = second.waiting(it.region(), NAME + id).orElse(null);
        if (waiting != null) {
            throw Refusal.conflict("item-in-review", it.fileName(), name(waiting.proposedBy()));
        }
        boolean over =
                !it.state().isMoving() && it.state() != ItemImport.State.READY
                        || !imports.became(
                                id, it.state(), ItemImport.State.ABORTED, clock.instant());
        if (over) {
            throw Refusal.conflict("import-over", it.state().name());
        }
        timetable.soon(WORK);
    }

    /** Who holds it, for the editors of the place. */
    private String name(UUID person) {
        return people.names(List.of(person)).getOrDefault(person, "–");
    }
}

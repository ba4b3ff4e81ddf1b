package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.application.search.SearchTexts;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.ItemDraft;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.OwnRules;
import org.xiangmuzhang.catalog.events.OwnItemsPublished;
import org.xiangmuzhang.catalog.port.in.DraftingItems;
import org.xiangmuzhang.catalog.port.out.ItemDrafts;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.settings.SecondPerson;
import org.xiangmuzhang.settings.SettingVersion;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One editor drafts, another agrees; what they agreed on is published in the same step. */
@Service
@Transactional
class ItemDrafting implements DraftingItems {

    private static final String DRAFT = "draft";
    private static final int NAMED = 20;
    private static final Set<String> STOP =
            Set.of("column-unknown", "text-too-long", "materials-too-many");

    private final Snapshots snapshots;
    private final Regions regions;
    private final CatalogReaders readers;
    private final OwnChecks checks;
    private final OwnItems items;
    private final SearchTexts texts;
    private final ItemDrafts drafts;
    private final SecondPerson second;
    private final Touched touched;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final People people;

    ItemDrafting(
            Snapshots snapshots,
            Regions regions,
            CatalogReaders readers,
            OwnChecks checks,
            OwnItems items,
            SearchTexts texts,
            ItemDrafts drafts,
            SecondPerson second,
            Touched touched,
            ApplicationEventPublisher events,
            Clock clock,
            People people) {
        this.snapshots = snapshots;
        this.regions = regions;
        this.readers = readers;
        this.checks = checks;
        this.items = items;
        this.texts = texts;
        this.drafts = drafts;
        this.second = second;
        this.touched = touched;
        this.events = events;
        this.clock = clock;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public DraftMatter at(Region region, String code, Actor actor) {
        readers.mustBeReader(actor);
        mustBeListed(region);
        LocalDate today = WorkingDays.today(clock);
        OwnItem newest = items.newest(region, List.of(code), today).get(code);
        OwnItem holding = newest != null && newest.holds(today) ? newest : null;
        boolean reads = readers.mayRead(region, actor);
        ItemDraft draft = reads ? drafts.find(region, code).orElse(null) : null;
        SettingVersion proposal =
                reads ? second.waiting(region, ItemDrafts.REVIEW + code).orElse(null) : null;
        List<Fault> faults = new ArrayList<>();
        List<ItemChange> changes = new ArrayList<>();
        if (draft != null) {
            OwnItem then =
                    checks.version(
                            region,
                            code,
                            draft.sheet(),
                            draft.withdrawn(),
                            proposal == null ? today : proposal.from(),
                            faults);
            changes.addAll(changes(holding, then));
        }
        return new DraftMatter(
                region,
                code,
                holding,
                items.versions(region, code),
                draft,
                draft != null ? draft.sheet() : start(newest),
                proposal,
                faults,
                draft == null ? List.of() : OwnRules.contained(draft.sheet()),
                changes,
                draft == null ? List.of() : touched(region, code),
                named(region, code, today));
    }

    private static List<ItemChange> changes(@Nullable OwnItem holding, OwnItem then) {
        if (then.withdrawn()) {
            return List.of(new ItemChange(ItemChange.Kind.WITHDRAWN, null, "", null, null, null));
        }
        return holding == null
                ? List.of(new ItemChange(ItemChange.Kind.NEW, null, "", null, null, null))
                : ItemChange.between(holding.sheet(), then.sheet());
    }

    /** What comes from the item above comes from there again. */
    private static ItemSheet start(@Nullable OwnItem newest) {
        if (newest == null) {
            return new ItemSheet(Map.of(), List.of());
        }
        ItemSheet sheet = newest.sheet();
        if (sheet.parent() == null) {
            return sheet;
        }
        return sheet.with("stage", null).with("kind", null).with("basis", null);
    }

    private List<Dependents.Line> touched(Region region, String code) {
        Set<Region> places = regions.within(region);
        return touched.by(places, Table.ITEMS.text(), code, Set.of(code));
    }

    private List<Named> named(Region region, String code, LocalDate today) {
        List<Named> named = new ArrayList<>();
        PlaceView here = snapshots.current().at(region);
        here.template()
                .bundles()
                .forEach(
                        (key, bundle) -> {
                            if (bundle.items().contains(code)) {
                                named.add(new Named(Table.PACKAGES.text(), key));
                            }
                        });
        here.types()
                .forEach(
                        (key, type) -> {
                            if (type.items().stream()
                                    .anyMatch(need -> need.item().code().equals(code))) {
                                named.add(new Named(Table.PROJECT_TYPES.text(), key));
                            }
                        });
        items.children(region, List.of(region), code, today, NAMED)
                .forEach(below -> named.add(new Named(ItemSheet.TABLE, below)));
        items.waiting(region, List.of(region), code, today, NAMED)
                .forEach(later -> named.add(new Named(ItemSheet.TABLE, later)));
        return named.stream().distinct().toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ItemDraft> drafts(Region within, Actor actor) {
        readers.mustBeReader(actor);
        return readers.mayRead(within, actor)
                ? drafts.latest(List.copyOf(regions.within(within)))
                : List.of();
    }

    @Override
    public ItemDraft save(
            Region region,
            String code,
            ItemSheet sheet,
            boolean withdrawn,
            long before,
            Actor actor) {
        mayEdit(actor, region);
        mayBeCode(code);
        List<Fault> stop =
                sheet.faults().stream().filter(fault -> STOP.contains(fault.rule())).toList();
        if (!stop.isEmpty()) {
            throw new TablesRefused(stop);
        }
        mustNotBeInReview(region, code);
        OwnItem newest = items.newest(region, List.of(code), WorkingDays.today(clock)).get(code);
        if (withdrawn && newest == null) {
            throw Refusal.notFound("item-unknown", code);
        }
        ItemDraft draft =
                new ItemDraft(
                        region,
                        code,
                        before + 1,
                        withdrawn && newest != null ? newest.sheet() : sheet,
                        withdrawn,
                        newest == null ? null : newest.number(),
                        actor.person(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!drafts.save(draft)) {
            throw changed(region, code);
        }
        return draft;
    }

    private static void mayBeCode(String code) {
        if (!code.matches("[A-Z0-9]+(-[A-Z0-9]+)*") || code.length() > 60) {
            throw Refusal.invalid("own-item-code", "/code", code);
        }
    }

    private void mustNotBeInReview(Region region, String code) {
        SettingVersion waiting = second.waiting(region, ItemDrafts.REVIEW + code).orElse(null);
        if (waiting != null) {
            throw Refusal.conflict("item-in-review", code, name(waiting.proposedBy()));
        }
    }

    private Refusal changed(Region region, String code) {
        return drafts.find(region, code)
                .map(
                        now ->
                                Refusal.stale(
                                        "draft-changed",
                                        name(now.editedBy()),
                                        now.editedAt()
                                                .atZone(WorkingDays.ZONE)
                                                .toLocalDateTime()
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString()
                                                .replace('T', ' '),
                                        now.version()))
                .orElseGet(() -> Refusal.conflict("draft-gone", code));
    }

    @Override
    public void discard(Region region, String code, long version, Actor actor) {
        mayEdit(actor, region);
        mustNotBeInReview(region, code);
        if (!drafts.remove(draft(region, code, version))) {
            throw changed(region, code);
        }
    }

    private ItemDraft draft(Region region, String code, long version) {
        ItemDraft draft =
                drafts.find(region, code)
                        .orElseThrow(() -> Refusal.notFound("draft-unknown", code));
        if (draft.version() != version) {
            throw changed(region, code);
        }
        return draft;
    }

    @Override
    public SettingVersion review(
            Region region, String code, long version, LocalDate from, String reason, Actor actor) {
        mayEdit(actor, region);
        mustNotBeInReview(region, code);
        ItemDraft draft = draft(region, code, version);
        mustBeFaultless(draft, from);
        ItemDraft frozen =
                new ItemDraft(
                        region,
                        code,
                        version + 1,
                        draft.sheet(),
                        draft.withdrawn(),
                        draft.base(),
                        draft.editedBy(),
                        draft.editedAt());
        if (!drafts.save(frozen)) {
            throw changed(region, code);
        }
        return second.propose(
                actor,
                region,
                ItemDrafts.REVIEW + code,
                Map.of(DRAFT, frozen.version()),
                from,
                null,
                reason);
    }

    private OwnItem mustBeFaultless(ItemDraft draft, LocalDate from) {
        List<Fault> faults = new ArrayList<>();
        OwnItem item =
                checks.version(
                        draft.region(),
                        draft.code(),
                        draft.sheet(),
                        draft.withdrawn(),
                        from,
                        faults);
        if (!faults.isEmpty()) {
            throw new TablesRefused(faults);
        }
        return item;
    }

    @Override
    public void decide(
            Region region, String code, int number, State outcome, String answer, Actor actor) {
        mayEdit(actor, region);
        SettingVersion proposal =
                second.waiting(region, ItemDrafts.REVIEW + code)
                        .filter(it -> it.number() == number)
                        .orElse(null);
        second.decide(actor, proposal, outcome, answer);
        if (outcome == State.APPROVED && proposal != null) {
            publish(
                    draft(
                            region,
                            code,
                            Long.parseLong(String.valueOf(proposal.values().get(DRAFT)))),
                    proposal,
                    actor);
        }
    }

    private void publish(ItemDraft draft, SettingVersion proposal, Actor actor) {
        Region region = draft.region();
        int number = items.lock(region) + 1;
        OwnItem item = mustBeFaultless(draft, proposal.from());
        UUID publication = Ids.next(clock);
        items.begin(new OwnItems.Publication(publication, region, "EDITOR", proposal.proposedBy()));
        texts.put(publication, List.of(item));
        items.publish(publication, number, proposal.from(), actor.person(), clock.instant());
        drafts.remove(draft);
        events.publishEvent(
                new OwnItemsPublished(
                        publication, region, number, proposal.from(), 1, List.of(draft.code())));
    }

    private void mayEdit(Actor actor, Region region) {
        Snapshot now = snapshots.latest();
        now.mustBeEditedBy(actor, region);
        mustBeListed(region);
    }

    private void mustBeListed(Region region) {
        if (region.equals(Region.TEMPLATE)
                || !snapshots.current().template().places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
    }

    /** Who holds it, for the editors of the place. */
    private String name(UUID person) {
        return people.names(List.of(person)).getOrDefault(person, "–");
    }
}

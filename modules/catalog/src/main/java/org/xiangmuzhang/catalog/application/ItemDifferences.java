package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.ComparingItems;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.catalog.port.out.ItemComparisons;
import org.xiangmuzhang.catalog.port.out.ItemComparisons.Compared;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Goes through the places one by one: what they do with items of the template from memory, their
 * lists by the hashes of their elements; only items that are shown are read.
 */
@Service
@Transactional(readOnly = true)
class ItemDifferences implements ComparingItems {

    private static final int BATCH = 2_000;

    /** So many items of lists are compared for one page at most. */
    private static final int EXAMINED = 20_000;

    private static final int WRITTEN = 200;

    private final Snapshots snapshots;
    private final Regions regions;
    private final SameElements same;
    private final ItemComparisons comparisons;
    private final OwnItems items;
    private final CatalogReaders readers;
    private final DifferenceFiles files;
    private final Clock clock;

    ItemDifferences(
            Snapshots snapshots,
            Regions regions,
            SameElements same,
            ItemComparisons comparisons,
            OwnItems items,
            CatalogReaders readers,
            DifferenceFiles files,
            Clock clock) {
        this.snapshots = snapshots;
        this.regions = regions;
        this.same = same;
        this.comparisons = comparisons;
        this.items = items;
        this.readers = readers;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Set<Element> same(Region place) {
        return same.at(place);
    }

    @Override
    public Stretch page(
            Region within, Wanted wanted, @Nullable Position after, int limit, Actor actor) {
        readers.mustRead(within, actor);
        return new Walk(wanted, limit).through(within, after);
    }

    @Override
    public void write(
            Region within,
            Wanted wanted,
            Format format,
            Locale language,
            OutputStream out,
            Actor actor)
            throws IOException {
        readers.mustRead(within, actor);
        files.write(
                format,
                language,
                out,
                each -> {
                    Position after = null;
                    do {
                        Stretch stretch = new Walk(wanted, WRITTEN).through(within, after);
                        for (Differing item : stretch.items()) {
                            each.take(item);
                        }
                        after = stretch.next();
                    } while (after != null);
                });
    }

    @Override
    public long count(Region within, Set<Element> elements) {
        long count = 0;
        Walk walk = new Walk(new Wanted(null, null), Integer.MAX_VALUE);
        for (Region place : comparisons.listed(regions.within(within))) {
            List<Compared> some = walk.compare(place, "");
            while (!some.isEmpty()) {
                count +=
                        some.stream()
                                .filter(Compared::holds)
                                .filter(
                                        one ->
                                                one.differing().stream()
                                                        .anyMatch(elements::contains))
                                .count();
                some = walk.compare(place, some.getLast().code());
            }
        }
        return count;
    }

    /** One way through places and their items, until a page is full. */
    private final class Walk {

        private final Snapshot now = snapshots.current();
        private final LocalDate today = WorkingDays.today(clock);
        private final Wanted wanted;
        private final int limit;
        private final List<Differing> found = new ArrayList<>();
        private final Map<Region, Map<String, ItemSheet>> templates = new HashMap<>();
        private int examined;
        private @Nullable Position next;

        Walk(Wanted wanted, int limit) {
            this.wanted = wanted;
            this.limit = limit;
        }

        Stretch through(Region within, @Nullable Position after) {
            List<Region> places =
                    regions.within(within).stream()
                            .filter(place -> !place.equals(Region.TEMPLATE))
                            .filter(
                                    place ->
                                            after == null
                                                    || place.code().compareTo(after.region().code())
                                                            >= 0)
                            .sorted(Comparator.comparing(Region::code))
                            .toList();
            Set<Region> listed = comparisons.listed(places);
            for (Region place : places) {
                Position from = after != null && after.region().equals(place) ? after : null;
                Set<Element> must = null;
                Set<String> ways = from != null && from.own() ? Set.of() : now.changedItems(place);
                if (!ways.isEmpty()) {
                    must = same.at(place);
                    ofTemplate(place, ways, from == null ? "" : from.code(), must);
                }
                if (next == null && listed.contains(place)) {
                    must = must == null ? same.at(place) : must;
                    ofList(place, from != null && from.own() ? from.code() : "", must);
                }
                if (next != null) {
                    break;
                }
            }
            return new Stretch(found, next);
        }

        private Set<Element> wanted(Set<Element> differing, Set<Element> must) {
            Set<Element> those = EnumSet.noneOf(Element.class);
            Boolean asked = wanted.must();
            differing.stream()
                    .filter(element -> wanted.element() == null || wanted.element() == element)
                    .filter(element -> asked == null || asked == must.contains(element))
                    .forEach(those::add);
            return those;
        }

        /** Whether the page has room for another one; else the list goes on behind the last. */
        private boolean isFull() {
            if (found.size() == limit) {
                next = found.getLast().position();
                return true;
            }
            return false;
        }

        private void ofTemplate(Region place, Set<String> codes, String after, Set<Element> must) {
            Map<String, Item> here = now.at(place).stated();
            Map<String, Item> above = now.parents(place).stated();
            for (String code : new TreeSet<>(codes)) {
                Item item = here.get(code);
                Item parent = above.get(code);
                if (code.compareTo(after) <= 0 || item == null || parent == null) {
                    continue;
                }
                ItemSheet sheet = ItemSheet.of(item, null);
                ItemSheet upper = ItemSheet.of(parent, null);
                Set<Element> differing = EnumSet.noneOf(Element.class);
                for (Element element : Element.values()) {
                    if (!element.isSame(sheet, upper)) {
                        differing.add(element);
                    }
                }
                Set<Element> those = wanted(differing, must);
                if (those.isEmpty()) {
                    continue;
                }
                if (isFull()) {
                    return;
                }
                Region from = decided(place, code);
                ItemSheet top =
                        ItemSheet.of(
                                now.at(Region.TEMPLATE).stated().getOrDefault(code, parent), null);
                Set<Element> deviates = EnumSet.noneOf(Element.class);
                those.stream().filter(element -> element.isSame(sheet, top)).forEach(deviates::add);
                found.add(
                        new Differing(
                                place,
                                code,
                                item.nameZh(),
                                false,
                                from,
                                code,
                                deviations(place, from, sheet, upper, those, must, deviates)));
            }
        }

        /** The nearest place above that does the item in its own way, or the template. */
        private Region decided(Region place, String code) {
            return now.template().chain(place).stream()
                    .skip(1)
                    .filter(above -> now.changedItems(above).contains(code))
                    .findFirst()
                    .orElse(Region.TEMPLATE);
        }

        private List<Deviation> deviations(
                Region place,
                Region from,
                ItemSheet here,
                ItemSheet above,
                Set<Element> those,
                Set<Element> must,
                Set<Element> upperDeviates) {
            return those.stream()
                    .map(
                            element ->
                                    new Deviation(
                                            element,
                                            element.of(here),
                                            element.of(above),
                                            must.contains(element),
                                            must.contains(element)
                                                            && upperDeviates.contains(element)
                                                    ? from
                                                    : place,
                                            element == Element.MATERIALS
                                                    ? materials(above, here)
                                                    : List.of()))
                    .toList();
        }

        private static List<ItemChange> materials(ItemSheet above, ItemSheet here) {
            return ItemChange.between(above, here).stream()
                    .filter(change -> change.material() != null)
                    .toList();
        }

        private List<Region> above(Region place) {
            List<Region> chain = now.template().chain(place);
            return chain.subList(1, Math.max(1, chain.size() - 1));
        }

        List<Compared> compare(Region place, String after) {
            List<Region> above = above(place);
            Map<String, ItemSheet> template =
                    templates.computeIfAbsent(
                            place,
                            same -> {
                                Map<String, ItemSheet> sheets = new LinkedHashMap<>();
                                now.at(place)
                                        .stated()
                                        .forEach(
                                                (code, item) ->
                                                        sheets.put(
                                                                code,
                                                                ItemSheet.of(
                                                                        item,
                                                                        now.template()
                                                                                .facts(code)
                                                                                .basis())));
                                return sheets;
                            });
            return comparisons.compare(place, above, template, after, BATCH, today);
        }

        private void ofList(Region place, String after, Set<Element> must) {
            List<Compared> some = compare(place, after);
            while (!some.isEmpty()) {
                List<Compared> those =
                        some.stream()
                                .filter(Compared::holds)
                                .filter(one -> !wanted(one.differing(), must).isEmpty())
                                .limit(limit - found.size() + 1L)
                                .toList();
                read(place, those, must);
                examined += some.size();
                String last = some.getLast().code();
                if (next != null) {
                    return;
                }
                some = some.size() < BATCH ? List.of() : compare(place, last);
                if (!some.isEmpty() && examined >= EXAMINED) {
                    next = new Position(place, true, last);
                    return;
                }
            }
        }

        /** Reads what is shown, each place above with one query. */
        private void read(Region place, List<Compared> those, Set<Element> must) {
            Map<String, OwnItem> here =
                    items.newest(place, those.stream().map(Compared::code).toList(), today);
            Map<Region, Map<String, OwnItem>> uppers = new HashMap<>();
            those.stream()
                    .filter(one -> one.above() != null && !one.above().equals(Region.TEMPLATE))
                    .collect(Collectors.groupingBy(Compared::above))
                    .forEach(
                            (region, ones) ->
                                    uppers.put(
                                            region,
                                            items.newest(
                                                    region,
                                                    ones.stream().map(Compared::aboveCode).toList(),
                                                    today)));
            for (Compared one : those) {
                if (isFull()) {
                    return;
                }
                OwnItem item = here.get(one.code());
                Region from = one.above();
                String code = one.aboveCode();
                if (item == null || from == null || code == null) {
                    continue;
                }
                OwnItem upper = uppers.getOrDefault(from, Map.of()).get(code);
                ItemSheet above =
                        upper == null
                                ? templates.getOrDefault(place, Map.of()).get(code)
                                : upper.sheet();
                if (above != null) {
                    found.add(
                            new Differing(
                                    place,
                                    one.code(),
                                    item.sheet().get("name_zh"),
                                    true,
                                    from,
                                    code,
                                    ofOwn(one, item, above, from, code, must)));
                }
            }
        }

        private List<Deviation> ofOwn(
                Compared one,
                OwnItem item,
                ItemSheet above,
                Region from,
                String code,
                Set<Element> must) {
            return deviations(
                            item.region(),
                            from,
                            item.sheet(),
                            above,
                            wanted(one.differing(), must),
                            must,
                            one.upperDeviates())
                    .stream()
                    .map(it -> it.element() == Element.CODE ? it.of(item.code(), code) : it)
                    .toList();
        }
    }
}

package org.xiangmuzhang.catalog.application.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.application.OwnLists;
import org.xiangmuzhang.catalog.application.Snapshots;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.search.About;
import org.xiangmuzhang.catalog.domain.search.Filter;
import org.xiangmuzhang.catalog.domain.search.Hit;
import org.xiangmuzhang.catalog.domain.search.LifeCycle;
import org.xiangmuzhang.catalog.domain.search.SearchText;
import org.xiangmuzhang.catalog.domain.search.Sought;
import org.xiangmuzhang.catalog.domain.search.Themes;
import org.xiangmuzhang.catalog.port.in.SearchingItems;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.catalog.port.out.SearchIndex;
import org.xiangmuzhang.catalog.port.out.SearchIndex.Shelf;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/** The template is looked through in memory, each list that reaches the place by its index. */
@Service
@Transactional(readOnly = true)
class ItemSearching implements SearchingItems {

    private static final int COUNTS_KEPT = 200;

    private final Snapshots snapshots;
    private final SearchTexts texts;
    private final OwnLists lists;
    private final OwnItems items;
    private final SearchIndex index;
    private final Clock clock;
    private final Map<PlaceView, Themes> themes = Collections.synchronizedMap(new WeakHashMap<>());

    /** A list under a number, on a day, never counts differently. */
    private final Map<Counted, Map<About, Long>> counts =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<Counted, Map<About, Long>> eldest) {
                            return size() > COUNTS_KEPT;
                        }
                    });

    ItemSearching(
            Snapshots snapshots,
            SearchTexts texts,
            OwnLists lists,
            OwnItems items,
            SearchIndex index,
            Clock clock) {
        this.snapshots = snapshots;
        this.texts = texts;
        this.lists = lists;
        this.items = items;
        this.index = index;
        this.clock = clock;
    }

    private record Counted(Shelf shelf, List<Integer> numbers, Sought sought, LocalDate day) {}

    private PlaceView view(Snapshot now, Region place) {
        if (!now.template().places().containsKey(place)) {
            throw Refusal.invalid("region-unknown", "/region", place.code());
        }
        return now.at(place);
    }

    private Themes themes(PlaceView view) {
        Themes known = themes.get(view);
        if (known == null) {
            known = new Themes(view);
            themes.put(view, known);
        }
        return known;
    }

    /** Lists that reach a place, the nearest first. */
    private List<Shelf> shelves(Region place) {
        List<Region> places = lists.places(place);
        List<Shelf> shelves = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            shelves.add(new Shelf(places.get(i), places.subList(0, i)));
        }
        return shelves;
    }

    @Override
    public List<Found> find(
            Region place, String typed, Filter filter, @Nullable Hit after, int limit) {
        Snapshot now = snapshots.current();
        PlaceView view = view(now, place);
        Sought sought = Sought.of(typed);
        if (sought.nothing()) {
            return List.of();
        }
        Themes there = themes(view);
        Hit from = after == null ? Hit.BEGIN : after;
        LocalDate today = WorkingDays.today(clock);
        Map<Hit, Region> hits = new TreeMap<>();
        hits(now, view, sought)
                .forEach(
                        (hit, item) -> {
                            if (hit.compareTo(from) > 0 && there.fits(filter, About.of(item))) {
                                hits.put(hit, Region.TEMPLATE);
                            }
                        });
        for (Shelf shelf : shelves(place)) {
            index.find(shelf, sought, there.scope(filter), from, limit, today)
                    .forEach(hit -> hits.putIfAbsent(hit, shelf.region()));
        }
        return items(hits, view, today, limit);
    }

    /** Items of the template that are found. */
    private Map<Hit, Item> hits(Snapshot now, PlaceView view, Sought sought) {
        Map<String, SearchText> known = texts.ofTemplate(now);
        Map<Hit, Item> hits = new HashMap<>();
        for (Item item : view.items().values()) {
            SearchText text = known.get(item.code());
            OptionalInt rank = text == null ? OptionalInt.empty() : sought.rank(text);
            if (text != null && rank.isPresent()) {
                int length = sought.all() ? 0 : text.length();
                hits.put(new Hit(rank.getAsInt(), length, item.code()), item);
            }
        }
        return hits;
    }

    private List<Found> items(Map<Hit, Region> hits, PlaceView view, LocalDate today, int limit) {
        List<Hit> first = hits.keySet().stream().limit(limit).toList();
        Map<Region, List<String>> codes = new HashMap<>();
        for (Hit hit : first) {
            codes.computeIfAbsent(
                            hits.getOrDefault(hit, Region.TEMPLATE), region -> new ArrayList<>())
                    .add(hit.code());
        }
        Map<String, Item> known = new HashMap<>(view.items());
        codes.forEach(
                (region, some) -> {
                    if (!region.equals(Region.TEMPLATE)) {
                        items.newest(region, some, today).values().stream()
                                .map(OwnItem::item)
                                .forEach(item -> known.putIfAbsent(item.code(), item));
                    }
                });
        List<Found> found = new ArrayList<>();
        for (Hit hit : first) {
            Item item = known.get(hit.code());
            if (item != null) {
                found.add(new Found(hit, item));
            }
        }
        return found;
    }

    @Override
    public Facets facets(Region place, String typed, Filter filter) {
        Snapshot now = snapshots.current();
        PlaceView view = view(now, place);
        Sought sought = Sought.of(typed);
        Map<About, Long> sorts = new HashMap<>();
        if (!sought.nothing()) {
            hits(now, view, sought)
                    .values()
                    .forEach(item -> sorts.merge(About.of(item), 1L, Long::sum));
            LocalDate today = WorkingDays.today(clock);
            shelves(place)
                    .forEach(
                            shelf ->
                                    count(shelf, sought, today)
                                            .forEach(
                                                    (about, count) ->
                                                            sorts.merge(about, count, Long::sum)));
        }
        return facets(sorts, themes(view), filter);
    }

    private Map<About, Long> count(Shelf shelf, Sought sought, LocalDate today) {
        List<Integer> numbers = new ArrayList<>();
        numbers.add(items.number(shelf.region()));
        shelf.nearer().forEach(nearer -> numbers.add(items.number(nearer)));
        if (numbers.getFirst() == 0) {
            return Map.of();
        }
        Counted key = new Counted(shelf, numbers, sought, today);
        Map<About, Long> known = counts.get(key);
        if (known == null) {
            known = index.count(shelf, sought, today);
            counts.put(key, known);
        }
        return known;
    }

    private static Facets facets(Map<About, Long> sorts, Themes there, Filter filter) {
        Filter anyStage = new Filter(null, filter.department(), filter.lifeCycle(), filter.theme());
        Filter anyTurn = new Filter(filter.stage(), filter.department(), null, filter.theme());
        Filter anyTheme = new Filter(filter.stage(), filter.department(), filter.lifeCycle(), null);
        Filter anyone = new Filter(filter.stage(), null, filter.lifeCycle(), filter.theme());
        long total = 0;
        Map<Stage, Long> stages = new EnumMap<>(Stage.class);
        Map<LifeCycle, Long> turns = new EnumMap<>(LifeCycle.class);
        Map<String, Long> themes = new LinkedHashMap<>();
        Map<String, Long> departments = new TreeMap<>();
        for (Map.Entry<About, Long> sort : sorts.entrySet()) {
            About about = sort.getKey();
            long count = sort.getValue();
            total += there.fits(filter, about) ? count : 0;
            if (there.fits(anyStage, about)) {
                stages.merge(about.stage(), count, Long::sum);
            }
            if (there.fits(anyTurn, about)) {
                add(turns, there.turns(about), count);
            }
            if (there.fits(anyTheme, about)) {
                add(themes, there.of(about), count);
            }
            if (there.fits(anyone, about)) {
                departments.merge(about.department(), count, Long::sum);
            }
        }
        return new Facets(total, stages, turns, mostFirst(themes), departments);
    }

    private static <K> void add(Map<K, Long> counts, Collection<K> keys, long count) {
        keys.forEach(key -> counts.merge(key, count, Long::sum));
    }

    private static Map<String, Long> mostFirst(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, same) -> one,
                                LinkedHashMap::new));
    }
}

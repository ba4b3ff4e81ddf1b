package org.xiangmuzhang.catalog.domain.graph;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Items, and who of them waits for whom: by the order between them, by what one produces as a
 * material of another (each of several producers), and by packages.
 */
public final class ItemGraph {

    private final SequencedMap<String, Item> items = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, SequencedSet<String>> before = new HashMap<>();
    private final Map<String, SequencedSet<String>> after = new HashMap<>();

    private ItemGraph(Collection<Item> items, Collection<Link> links) {
        items.forEach(item -> this.items.put(item.code(), item));
        for (Link link : links) {
            if (this.items.containsKey(link.from()) && this.items.containsKey(link.to())) {
                this.links.add(link);
                before.computeIfAbsent(link.to(), to -> new LinkedHashSet<>()).add(link.from());
                after.computeIfAbsent(link.from(), from -> new LinkedHashSet<>()).add(link.to());
            }
        }
    }

    /** The graph of these items; what leads to others is left out. */
    public static ItemGraph of(Collection<Item> items, Collection<Dependency> orders) {
        List<Link> links = new ArrayList<>(orders.stream().map(Link::of).toList());
        for (Item item : items) {
            for (Material material : item.materials()) {
                material.producedBy()
                        .forEach(producer -> links.add(Link.of(producer, material, item.code())));
            }
        }
        return new ItemGraph(items, links);
    }

    /** The same with more links, which take the place of those that lead the other way. */
    public ItemGraph with(Collection<Link> more) {
        List<Link> all = new ArrayList<>(links);
        all.removeIf(
                link ->
                        more.stream()
                                .anyMatch(
                                        one ->
                                                one.from().equals(link.to())
                                                        && one.to().equals(link.from())));
        all.addAll(more);
        return new ItemGraph(items.values(), all);
    }

    /** This graph of some of its items. */
    public ItemGraph within(Set<String> codes) {
        return new ItemGraph(
                items.values().stream().filter(item -> codes.contains(item.code())).toList(),
                links);
    }

    /** By code, in the order in which they were given. */
    public SequencedMap<String, Item> items() {
        return Collections.unmodifiableSequencedMap(items);
    }

    public List<Link> links() {
        return Collections.unmodifiableList(links);
    }

    /** Codes of the items that an item waits for. */
    public Set<String> before(String code) {
        return before.getOrDefault(code, Collections.emptySortedSet());
    }

    /** Codes of the items that wait for an item. */
    public Set<String> after(String code) {
        return after.getOrDefault(code, Collections.emptySortedSet());
    }

    /** An item that waits for itself with all between, in the order of doing; none if empty. */
    public List<String> circle() {
        List<List<String>> found = new Circles(before).find(1);
        return found.isEmpty() ? List.of() : found.getFirst();
    }

    /** What is so many steps before or after an item at most, and the item itself. */
    public ItemGraph around(String code, int steps) {
        Set<String> near = new LinkedHashSet<>(Set.of(code));
        for (Map<String, SequencedSet<String>> way : List.of(before, after)) {
            Set<String> front = Set.of(code);
            for (int step = 0; step < steps; step++) {
                Set<String> next = new LinkedHashSet<>();
                front.forEach(
                        one -> next.addAll(way.getOrDefault(one, Collections.emptySortedSet())));
                next.removeAll(near);
                near.addAll(next);
                front = next;
            }
        }
        return within(near);
    }

    /**
     * The fewest items that lead from one to another, or none.
     *
     * @param from null for the nearest one that waits for nothing
     */
    public Optional<Chain> shortest(@Nullable String from, String to) {
        Map<String, String> next = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(to));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String code = open.remove();
            if (from == null ? before(code).isEmpty() : code.equals(from)) {
                List<String> chain = new ArrayList<>();
                for (String at = code; at != null; at = next.get(at)) {
                    chain.add(at);
                }
                return Optional.of(chain(chain));
            }
            for (String earlier : before(code)) {
                if (seen.add(earlier)) {
                    next.put(earlier, code);
                    open.add(earlier);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What takes the most days of all that leads from one to another, or none.
     *
     * @param from null for whatever takes the most days
     */
    public Optional<Chain> longest(@Nullable String from, String to) {
        Map<String, Integer> days = new HashMap<>();
        Map<String, String> previous = new HashMap<>();
        for (String code : inOrder()) {
            String best = null;
            for (String earlier : before(code)) {
                Integer there = days.get(earlier);
                if (there != null && (best == null || there > days.getOrDefault(best, 0))) {
                    best = earlier;
                }
            }
            if (from == null || code.equals(from)) {
                days.put(code, days(code) + (best == null ? 0 : days.getOrDefault(best, 0)));
            } else if (best != null) {
                days.put(code, days(code) + days.getOrDefault(best, 0));
            }
            if (best != null && !code.equals(from)) {
                previous.put(code, best);
            }
        }
        if (!days.containsKey(to)) {
            return Optional.empty();
        }
        List<String> chain = new ArrayList<>();
        for (String at = to; at != null; at = previous.get(at)) {
            chain.addFirst(at);
        }
        return Optional.of(chain(chain));
    }

    private Chain chain(List<String> codes) {
        return new Chain(codes, codes.stream().mapToInt(this::days).sum());
    }

    private int days(String code) {
        Item item = items.get(code);
        return item == null ? 0 : item.promised().days();
    }

    /** All codes, each behind those that it waits for; what is in a circle is left out. */
    List<String> inOrder() {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (String code : items.keySet()) {
            open.put(code, before(code).size());
            if (before(code).isEmpty()) {
                ready.add(code);
            }
        }
        List<String> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            String code = ready.remove();
            ordered.add(code);
            for (String later : after(code)) {
                if (open.merge(later, -1, Integer::sum) == 0) {
                    ready.add(later);
                }
            }
        }
        return ordered;
    }
}

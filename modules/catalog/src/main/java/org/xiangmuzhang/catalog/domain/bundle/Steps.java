package org.xiangmuzhang.catalog.domain.bundle;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Who waits for whom within a package: orders by law and by material stay, those by habit fall away
 * when items are reviewed together (国办发〔2019〕11号, 并联审批).
 */
final class Steps {

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();

    /**
     * @param oneReview whether all are reviewed at once
     */
    Steps(List<Item> handled, Map<String, List<Dependency>> orders, boolean oneReview) {
        handled.forEach(item -> items.put(item.code(), item));
        for (Item item : handled) {
            Set<String> waits = new LinkedHashSet<>();
            if (!oneReview) {
                orders.getOrDefault(item.code(), List.of()).forEach(edge -> waits.add(edge.from()));
                item.materials().stream().map(Material::producedBy).forEach(waits::addAll);
            }
            waits.retainAll(items.keySet());
            waits.remove(item.code());
            before.put(item.code(), waits);
        }
        handled.forEach(item -> measure(item.code(), new HashSet<>()));
    }

    private int measure(String code, Set<String> open) {
        Integer known = steps.get(code);
        if (known != null) {
            return known;
        }
        if (!open.add(code)) {
            return 0;
        }
        int step =
                1
                        + before.getOrDefault(code, Set.of()).stream()
                                .mapToInt(earlier -> measure(earlier, open))
                                .max()
                                .orElse(0);
        open.remove(code);
        steps.put(code, step);
        return step;
    }

    /** 1 for what waits for nothing; those that are not handled stand with the first. */
    int step(String code) {
        return steps.getOrDefault(code, 1);
    }

    List<String> before(String code) {
        return List.copyOf(before.getOrDefault(code, Set.of()));
    }

    /** The items of each step. */
    List<List<Item>> byStep() {
        List<List<Item>> all = new ArrayList<>();
        int last = steps.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int step = 1; step <= last; step++) {
            int at = step;
            all.add(items.values().stream().filter(item -> step(item.code()) == at).toList());
        }
        return all;
    }

    /** The items on the way through the order that takes the most days. */
    List<Item> longest(ToIntFunction<Item> days) {
        Map<String, List<Item>> ways = new HashMap<>();
        List<Item> longest = List.of();
        for (List<Item> step : byStep()) {
            for (Item item : step) {
                List<Item> way = new ArrayList<>();
                for (String earlier : before.getOrDefault(item.code(), Set.of())) {
                    List<Item> other = ways.getOrDefault(earlier, List.of());
                    if (way.isEmpty() || sum(other, days) > sum(way, days)) {
                        way = new ArrayList<>(other);
                    }
                }
                way.add(item);
                ways.put(item.code(), way);
                if (longest.isEmpty() || sum(way, days) > sum(longest, days)) {
                    longest = way;
                }
            }
        }
        return longest;
    }

    private static int sum(List<Item> way, ToIntFunction<Item> days) {
        return way.stream().mapToInt(days).sum();
    }
}

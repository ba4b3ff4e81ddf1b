package org.xiangmuzhang.catalog.domain.bundle;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.domain.PlaceView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each item is within a package.
 *
 * @param alone items that somebody without the package would ask for
 * @param handled items that are decided in the package
 * @param asked items for which the applicant fills in and hands in
 */
record Roles(
        List<Item> items,
        Map<String, Part.Place> places,
        List<Item> alone,
        List<Item> handled,
        List<Item> asked) {

    static Roles of(
            List<Item> items, @Nullable Family family, List<List<String>> choices, PlaceView view) {
        Map<String, Part.Place> places = new HashMap<>();
        items.forEach(item -> places.put(item.code(), Part.Place.DECIDED));
        choices.forEach(choice -> choose(items, choice, places));
        MergedItem merged = family == Family.MERGED_APPROVAL ? merged(items, view) : null;
        boolean aloneToo = merged != null && isAskedForAlone(merged, view);
        if (merged != null) {
            places.put(merged.code(), Part.Place.STANDS_FOR_OTHERS);
            merged.replaces().forEach(code -> places.put(code, Part.Place.REPLACED));
        }
        if (family == Family.ONE_PLUS_N) {
            items.stream().skip(1).forEach(item -> places.put(item.code(), Part.Place.CARRIED));
        }
        List<Item> counted =
                items.stream()
                        .filter(item -> places.get(item.code()) != Part.Place.INSTEAD)
                        .toList();
        List<Item> alone =
                counted.stream()
                        .filter(
                                item ->
                                        aloneToo
                                                || places.get(item.code())
                                                        != Part.Place.STANDS_FOR_OTHERS)
                        .toList();
        List<Item> handled =
                counted.stream()
                        .filter(item -> places.get(item.code()) != Part.Place.REPLACED)
                        .toList();
        List<Item> asked =
                (aloneToo ? counted : handled)
                        .stream()
                                .filter(item -> places.get(item.code()) != Part.Place.CARRIED)
                                .toList();
        return new Roles(List.copyOf(items), places, alone, handled, asked);
    }

    /** Of a choice the one with the longest promise is counted. */
    private static void choose(
            List<Item> items, List<String> choice, Map<String, Part.Place> places) {
        items.stream()
                .filter(item -> choice.contains(item.code()))
                .sorted(Comparator.comparingInt((Item item) -> -item.promised().days()))
                .skip(1)
                .forEach(item -> places.put(item.code(), Part.Place.INSTEAD));
    }

    private static @Nullable MergedItem merged(List<Item> items, PlaceView view) {
        List<String> codes = items.stream().map(Item::code).toList();
        return view.merged().stream()
                .filter(one -> codes.contains(one.code()) && codes.containsAll(one.replaces()))
                .findFirst()
                .orElse(null);
    }

    /** An item that waits for one of those it stands for is asked for without the merger, too. */
    private static boolean isAskedForAlone(MergedItem merged, PlaceView view) {
        return view.template().dependencies().stream()
                .anyMatch(
                        edge ->
                                edge.to().equals(merged.code())
                                        && merged.replaces().contains(edge.from()));
    }

    List<Part> parts(Steps order) {
        List<Part> parts = new ArrayList<>();
        for (Item item : items) {
            parts.add(
                    new Part(
                            item,
                            places.getOrDefault(item.code(), Part.Place.DECIDED),
                            order.step(item.code()),
                            order.before(item.code())));
        }
        parts.sort(
                Comparator.comparingInt(Part::step)
                        .thenComparing(part -> part.place() == Part.Place.REPLACED));
        return parts;
    }
}

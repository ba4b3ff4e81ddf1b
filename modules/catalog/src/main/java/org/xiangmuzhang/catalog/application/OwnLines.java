package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.ListLine;
import org.xiangmuzhang.catalog.domain.list.Listing;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What the lists of places add to the lists that an office publishes. Such a list has some thousand
 * lines, and a page shows fifty of them: the last few are remembered as long as nothing is
 * published.
 */
@Component
class OwnLines {

    private static final int REMEMBERED = 4;

    private final OwnLists lists;
    private final OwnItems items;
    private final SequencedMap<At, Map<ListKind, List<ListLine>>> remembered =
            new LinkedHashMap<>();

    OwnLines(OwnLists lists, OwnItems items) {
        this.lists = lists;
        this.items = items;
    }

    /** Of which publications, on which day. */
    private record At(Map<Region, Integer> numbers, LocalDate day) {}

    /** Lines of a kind of list at a place on a day, beside those of the template's items. */
    List<ListLine> of(ListKind kind, PlaceView view, Region region, LocalDate day) {
        if (!Listing.takesOwn(kind)) {
            return List.of();
        }
        Map<Region, Integer> numbers = new LinkedHashMap<>();
        lists.places(region).forEach(place -> numbers.put(place, items.number(place)));
        if (numbers.values().stream().allMatch(number -> number == 0)) {
            return List.of();
        }
        At at = new At(numbers, day);
        Map<ListKind, List<ListLine>> lines = found(at);
        if (lines == null) {
            lines = read(region, day);
            remember(at, lines);
        }
        return lines.getOrDefault(kind, List.of()).stream()
                .filter(line -> !view.items().containsKey(line.key()))
                .toList();
    }

    private synchronized @Nullable Map<ListKind, List<ListLine>> found(At at) {
        Map<ListKind, List<ListLine>> lines = remembered.remove(at);
        if (lines != null) {
            remembered.putLast(at, lines);
        }
        return lines;
    }

    private synchronized void remember(At at, Map<ListKind, List<ListLine>> lines) {
        remembered.putLast(at, lines);
        if (remembered.size() > REMEMBERED) {
            remembered.pollFirstEntry();
        }
    }

    private Map<ListKind, List<ListLine>> read(Region region, LocalDate day) {
        Map<ListKind, List<ListLine>> lines = new EnumMap<>(ListKind.class);
        lists.each(region, day, own -> add(lines, own));
        return lines;
    }

    /** A power is a main item or a sub-item; a promise is made case by case. */
    private static void add(Map<ListKind, List<ListLine>> lines, OwnItem own) {
        Item item = own.item();
        String basis = own.sheet().get("basis");
        for (ListKind kind : ListKind.values()) {
            boolean listed =
                    Listing.takes(kind, item)
                            && (kind != ListKind.POWERS || own.sheet().level() != Level.BUSINESS);
            if (listed) {
                lines.computeIfAbsent(kind, same -> new ArrayList<>())
                        .add(Listing.line(kind, item, basis));
            }
        }
    }
}

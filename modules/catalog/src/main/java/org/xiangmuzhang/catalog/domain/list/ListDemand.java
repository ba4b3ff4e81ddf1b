package org.xiangmuzhang.catalog.domain.list;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.PlaceView;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a list of a way of service would take in and let go by demand (高频事项清单动态调整). Nothing changes
 * by itself: a change is proposed like any row and a second editor decides.
 *
 * @param from first day of the applications that are counted
 * @param least so many make an item a frequent one
 * @param lines the most frequent first
 */
@ValueObject
public record ListDemand(PublishedList list, LocalDate from, int least, List<Line> lines) {

    public ListDemand {
        lines = List.copyOf(lines);
    }

    /**
     * An item that is on the list or is frequent.
     *
     * @param row key of its row in the table of ways of service
     * @param asked how many applications it had
     */
    public record Line(
            String item, String nameZh, String nameEn, String row, long asked, Advice advice) {}

    /** What the demand speaks for. */
    public enum Advice {
        /** Frequent and not on the list. */
        ADD,
        /** On the list and frequent. */
        KEEP,
        /** On the list and not frequent. */
        REMOVE
    }

    /**
     * @param asked applications by item
     */
    public static ListDemand of(
            PublishedList list,
            ServiceWay way,
            PlaceView view,
            Map<String, Long> asked,
            LocalDate from,
            int least) {
        Set<String> listed = list.lines().stream().map(ListLine::key).collect(Collectors.toSet());
        List<Line> lines = new ArrayList<>();
        for (Item item : view.items().values()) {
            long count = asked.getOrDefault(item.code(), 0L);
            boolean on = listed.contains(item.code());
            boolean frequent = count >= least;
            if (on || frequent && way.suits(item)) {
                lines.add(
                        new Line(
                                item.code(),
                                item.nameZh(),
                                item.nameEn(),
                                item.code() + "/" + way,
                                count,
                                !on ? Advice.ADD : frequent ? Advice.KEEP : Advice.REMOVE));
            }
        }
        lines.sort(Comparator.comparingLong(Line::asked).reversed().thenComparing(Line::item));
        return new ListDemand(list, from, least, lines);
    }
}

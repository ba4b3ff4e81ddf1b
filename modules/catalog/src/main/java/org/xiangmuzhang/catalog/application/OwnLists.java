package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.own.Above;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reading the lists of places, page by page from the database: what holds at a place is in its own
 * list, else in one above it.
 */
@Component
public class OwnLists {

    private static final int AT_ONCE = 500;

    private final Snapshots snapshots;
    private final OwnItems items;
    private final Clock clock;

    OwnLists(Snapshots snapshots, OwnItems items, Clock clock) {
        this.snapshots = snapshots;
        this.items = items;
        this.clock = clock;
    }

    /** The item as it holds at a place today. */
    public Optional<OwnItem> holding(Region region, String code) {
        LocalDate today = WorkingDays.today(clock);
        return items.newest(places(region), code, today).filter(item -> item.holds(today));
    }

    /** Items that hold at a place today, by code. */
    public List<OwnItem> page(Region region, Narrowed narrowed, String after, int limit) {
        return page(region, narrowed, after, limit, WorkingDays.today(clock));
    }

    private List<OwnItem> page(
            Region region, Narrowed narrowed, String after, int limit, LocalDate day) {
        List<Region> places = places(region);
        List<OwnItem> page = new ArrayList<>();
        String from = after;
        boolean more = true;
        while (more && page.size() < limit) {
            int asked = limit - page.size();
            List<OwnItem> found = items.page(places, narrowed, from, asked, day);
            found.stream().filter(item -> item.holds(day)).forEach(page::add);
            more = found.size() == asked;
            from = more ? found.getLast().code() : from;
        }
        return page;
    }

    /** Every item that holds at a place on a day, by code. */
    void each(Region region, LocalDate day, Consumer<OwnItem> each) {
        String after = "";
        List<OwnItem> page;
        do {
            page = page(region, Narrowed.ALL, after, AT_ONCE, day);
            page.forEach(each);
            after = page.isEmpty() ? "" : page.getLast().code();
        } while (page.size() == AT_ONCE);
    }

    /** Codes of items of lists that reach the place and wait for an item today. */
    public List<String> waiting(Region region, String code, int limit) {
        LocalDate today = WorkingDays.today(clock);
        return places(region).stream()
                .flatMap(place -> items.waiting(place, List.of(place), code, today, limit).stream())
                .toList();
    }

    /** What an item of a place would stand below by this code, as it holds on a day. */
    public Optional<Above> above(Region region, String code, LocalDate day) {
        Snapshot now = snapshots.current();
        Item item = now.at(region).items().get(code);
        if (item != null) {
            return Optional.of(
                    new Above(
                            code,
                            null,
                            item.stage(),
                            item.kind(),
                            now.template().facts(code).basis(),
                            item.statutory(),
                            code,
                            item.exclusion()));
        }
        return items.newest(places(region), code, day)
                .filter(own -> own.holds(day))
                .map(OwnItem::above);
    }

    /** The place and those above it, without the template, which has no list. */
    public List<Region> places(Region region) {
        return snapshots.current().template().chain(region).stream()
                .filter(place -> !place.equals(Region.TEMPLATE))
                .toList();
    }
}

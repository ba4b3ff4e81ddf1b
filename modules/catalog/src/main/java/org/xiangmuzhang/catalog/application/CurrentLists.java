package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.list.ListChanges;
import org.xiangmuzhang.catalog.domain.list.ListDemand;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.Listing;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.catalog.domain.list.ServiceWay;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.PublishingLists;
import org.xiangmuzhang.catalog.port.out.PastCatalogs;
import org.xiangmuzhang.catalog.spi.Demand;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists out of the catalog that holds, or that held. */
@Service
class CurrentLists implements PublishingLists {

    /** Dates that are written with four digits. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    private static final int MOST_DAYS = 366;

    private final Browsing browsing;
    private final PastSnapshots snapshots;
    private final PastCatalogs past;
    private final OwnLines own;
    private final ListFiles files;
    private final Clock clock;
    private final Regions regions;
    private final CatalogReaders readers;
    private final List<Demand> demands;

    CurrentLists(
            Browsing browsing,
            PastSnapshots snapshots,
            PastCatalogs past,
            OwnLines own,
            ListFiles files,
            Clock clock,
            Regions regions,
            CatalogReaders readers,
            ObjectProvider<Demand> demands) {
        this.browsing = browsing;
        this.snapshots = snapshots;
        this.past = past;
        this.own = own;
        this.files = files;
        this.clock = clock;
        this.regions = regions;
        this.readers = readers;
        this.demands = demands.stream().toList();
    }

    @Override
    public PublishedList list(
            ListKind kind, Region region, @Nullable LocalDate day, @Nullable String type) {
        return made(kind, region, on(day, "/day"), type);
    }

    /** Narrowed to a type of project it is about the template's items alone. */
    private PublishedList made(ListKind kind, Region region, LocalDate day, @Nullable String type) {
        PlaceView view = view(region, day);
        PublishedList list = Listing.of(kind, view, region, day, type);
        return type == null ? list.with(own.of(kind, view, region, day)) : list;
    }

    private LocalDate on(@Nullable LocalDate day, String pointer) {
        if (day == null) {
            return WorkingDays.today(clock);
        }
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Refusal.invalid(
                    "list-day-bounds",
                    pointer,
                    Integer.toString(FIRST_YEAR),
                    Integer.toString(LAST_YEAR));
        }
        return day;
    }

    private PlaceView view(Region region, LocalDate day) {
        browsing.at(region);
        Snapshot snapshot = snapshots.at(day);
        return snapshot.at(region);
    }

    @Override
    public Map<ListKind, Integer> counts(
            Region region, @Nullable LocalDate day, @Nullable String type) {
        LocalDate on = on(day, "/day");
        PlaceView view = view(region, on);
        Map<ListKind, Integer> counts = new EnumMap<>(ListKind.class);
        for (ListKind kind : ListKind.values()) {
            String narrowed = kind.isOfTrades() ? null : type;
            int others = narrowed == null ? own.of(kind, view, region, on).size() : 0;
            counts.put(kind, Listing.of(kind, view, region, on, narrowed).lines().size() + others);
        }
        return counts;
    }

    @Override
    public ListChanges changes(
            ListKind kind,
            Region region,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String type) {
        LocalDate first = on(from, "/from");
        LocalDate last = on(until, "/until");
        if (last.isBefore(first)) {
            throw Refusal.invalid("days-out-of-order", "/until", first, last);
        }
        return made(kind, region, last, type).since(made(kind, region, first, type));
    }

    @Override
    @Transactional(readOnly = true)
    public ListDemand demand(ListKind kind, Region region, int days, int least, Actor actor) {
        readers.mustBeReader(actor);
        PublishedList list = list(kind, region, null, null);
        if (!readers.mayRead(region, actor)) {
            throw Refusal.forbidden("demand-of-another-place", region.code());
        }
        ServiceWay way = kind.way();
        if (way == null) {
            throw Refusal.invalid("list-without-demand", "/list", kind);
        }
        if (days < 1 || days > MOST_DAYS || least < 1) {
            throw Refusal.invalid(
                    "demand-bounds", days < 1 || days > MOST_DAYS ? "/days" : "/least", MOST_DAYS);
        }
        LocalDate until = list.day();
        LocalDate from = until.minusDays(days - 1L);
        Map<String, Long> asked = new HashMap<>();
        for (Demand demand : demands) {
            Sight.ALL
                    .during(() -> demand.asked(regions.within(region), from, until))
                    .forEach((item, count) -> asked.merge(item, count, Long::sum));
        }
        return ListDemand.of(list, way, view(region, until), asked, from, least);
    }

    @Override
    public List<LocalDate> daysOfChange(int limit) {
        return past.daysOfChange(limit);
    }

    @Override
    public void write(PublishedList list, Format format, Locale language, OutputStream out)
            throws IOException {
        files.write(list, format, language, out);
    }
}

package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.domain.bundle.Part;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.catalog.domain.graph.Link;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.LookingAtGraphs;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Graphs from memory, and around items of lists from the database, step by step. */
@Service
class CurrentGraphs implements LookingAtGraphs {

    private static final int STEPS = 9;

    private final Browsing browsing;
    private final LookingAtPackages packages;
    private final OwnLists lists;
    private final OwnItems items;
    private final Clock clock;

    CurrentGraphs(
            Browsing browsing,
            LookingAtPackages packages,
            OwnLists lists,
            OwnItems items,
            Clock clock) {
        this.browsing = browsing;
        this.packages = packages;
        this.lists = lists;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public ItemGraph ofType(Region region, String code) {
        PlaceView view = browsing.at(region);
        ProjectType type = view.types().get(code);
        if (type == null) {
            throw Refusal.notFound("project-type-unknown", code);
        }
        return ItemGraph.of(
                type.items().stream().map(ProjectType.Need::item).toList(), type.dependencies());
    }

    @Override
    public ItemGraph ofPackage(Region region, String code) {
        OneMatter matter = packages.matter(region, code);
        return ItemGraph.of(
                        matter.parts().stream().map(Part::item).toList(),
                        browsing.at(region).template().dependencies())
                .with(made(matter));
    }

    /**
     * What the package alone makes: one change carries the others, one decision stands for them.
     */
    private static List<Link> made(OneMatter matter) {
        List<Link> links = new ArrayList<>();
        for (Part one : matter.parts()) {
            for (Part other : matter.parts()) {
                boolean carried =
                        matter.family() == Family.ONE_PLUS_N
                                && one.place() == Part.Place.DECIDED
                                && other.place() == Part.Place.CARRIED;
                boolean replaced =
                        one.place() == Part.Place.STANDS_FOR_OTHERS
                                && other.place() == Part.Place.REPLACED;
                if (carried || replaced) {
                    links.add(Link.of(one.item().code(), other.item().code(), matter.code()));
                }
            }
        }
        return links;
    }

    @Override
    public ItemGraph around(Region region, String item, int steps) {
        if (steps < 1 || steps > STEPS) {
            throw Refusal.invalid("graph-steps", "/steps", STEPS);
        }
        browsing.item(region, item, null);
        Walked walked = new Walked(region);
        walked.walk(item, steps, true);
        walked.walk(item, steps, false);
        return ItemGraph.of(walked.found.values(), walked.orders);
    }

    @Override
    public Ways ways(ItemGraph graph, @Nullable String from, String to) {
        if (from != null && !graph.items().containsKey(from)) {
            throw Refusal.invalid("graph-item-unknown", "/from", from);
        }
        if (!graph.items().containsKey(to)) {
            throw Refusal.invalid("graph-item-unknown", "/to", to);
        }
        return new Ways(graph.shortest(from, to), graph.longest(from, to));
    }

    /** Items around one, as far as they were found. */
    private final class Walked {

        private final Region region;
        private final PlaceView view;
        private final LocalDate today = WorkingDays.today(clock);
        private final Map<String, Item> found = new LinkedHashMap<>();
        private final Map<String, OwnItem> own = new LinkedHashMap<>();
        private final List<Dependency> orders = new ArrayList<>();

        Walked(Region region) {
            this.region = region;
            this.view = browsing.at(region);
            orders.addAll(view.template().dependencies());
        }

        void walk(String item, int steps, boolean back) {
            Set<String> front = new LinkedHashSet<>(Set.of(item));
            Set<String> seen = new LinkedHashSet<>(front);
            take(item);
            for (int step = 0; step < steps && found.size() < MOST; step++) {
                Set<String> next = new LinkedHashSet<>();
                front.forEach(code -> next.addAll(back ? before(code) : after(code)));
                next.removeAll(seen);
                seen.addAll(next);
                next.removeIf(code -> !take(code));
                front = next;
            }
        }

        private Set<String> before(String code) {
            OwnItem item = own.get(code);
            return item == null
                    ? view.graph().before(code)
                    : new LinkedHashSet<>(item.sheet().waitsFor());
        }

        private Set<String> after(String code) {
            Set<String> after = new LinkedHashSet<>(view.graph().after(code));
            for (Region place : lists.places(region)) {
                after.addAll(items.waiting(place, List.of(place), code, today, MOST));
            }
            return after;
        }

        /** Whether there is such an item, and room for it. */
        private boolean take(String code) {
            if (found.containsKey(code)) {
                return true;
            }
            if (found.size() >= MOST) {
                return false;
            }
            Item shared = view.items().get(code);
            if (shared != null) {
                found.put(code, shared);
                return true;
            }
            OwnItem item = lists.holding(region, code).orElse(null);
            if (item == null) {
                return false;
            }
            own.put(code, item);
            found.put(code, item.item());
            orders.addAll(item.sheet().before(code));
            return true;
        }
    }
}

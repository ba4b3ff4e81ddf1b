package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.graph.Circles;
import org.xiangmuzhang.catalog.domain.own.Above;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.OwnRules;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Departments;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at one item of a place's list beside all that it can reach, and at nothing else. */
@Component
class OwnChecks {

    private static final int NAMED = 5;

    private final Snapshots snapshots;
    private final Regions regions;
    private final OwnLists lists;
    private final OwnItems items;
    private final ItemLevels levels;
    private final SameElements same;
    private final ObjectProvider<Departments> departments;

    OwnChecks(
            Snapshots snapshots,
            Regions regions,
            OwnLists lists,
            OwnItems items,
            ItemLevels levels,
            SameElements same,
            ObjectProvider<Departments> departments) {
        this.snapshots = snapshots;
        this.regions = regions;
        this.lists = lists;
        this.items = items;
        this.levels = levels;
        this.same = same;
        this.departments = departments;
    }

    /** The item as it would be published, to hold from a day on; faults are put down. */
    OwnItem version(
            Region region,
            String code,
            ItemSheet written,
            boolean withdrawn,
            LocalDate from,
            List<Fault> faults) {
        String parent = written.parent();
        Above above = parent == null ? null : lists.above(region, parent, from).orElse(null);
        if (withdrawn) {
            onEach(
                    days(region, code, from, null),
                    faults,
                    day -> stillNeeded(region, code, day, faults));
        } else {
            ItemSheet sheet =
                    rules(region, from)
                            .complete(
                                    code,
                                    written,
                                    above,
                                    alike(region, List.of(code), from).get(code),
                                    items.levels(region, List.of(code)).get(code),
                                    faults);
            if (faults.isEmpty()) {
                onEach(
                        days(region, code, from, sheet.until()),
                        faults,
                        day -> order(region, code, sheet, day, faults));
            }
            return item(region, code, OwnRules.withLimit(sheet, above), false, from, above);
        }
        return item(region, code, written, true, from, above);
    }

    /**
     * The day itself, and later ones on which something that is published already begins while this
     * version would hold.
     */
    private List<LocalDate> days(
            Region region, String code, LocalDate from, @Nullable LocalDate until) {
        LocalDate next =
                items.versions(region, code).stream()
                        .map(VersionLine::from)
                        .filter(day -> day.isAfter(from))
                        .min(LocalDate::compareTo)
                        .orElse(null);
        Set<Region> around = new HashSet<>(regions.within(region));
        around.addAll(lists.places(region));
        return Stream.concat(
                        Stream.of(from),
                        items.beginnings(around, from).stream()
                                .filter(day -> next == null || day.isBefore(next))
                                .filter(day -> until == null || !day.isAfter(until)))
                .toList();
    }

    /** Until the first fault. */
    private static void onEach(List<LocalDate> days, List<Fault> faults, Consumer<LocalDate> look) {
        for (LocalDate day : days) {
            if (faults.isEmpty()) {
                look.accept(day);
            }
        }
    }

    private static OwnItem item(
            Region region,
            String code,
            ItemSheet sheet,
            boolean withdrawn,
            LocalDate from,
            @Nullable Above above) {
        return new OwnItem(
                region, code, 0, above == null ? null : above.template(), from, withdrawn, sheet);
    }

    /** The rules at a place for what is to hold from a day on. */
    OwnRules rules(Region region, LocalDate from) {
        Snapshot now = snapshots.current();
        return new OwnRules(
                levels.at(region),
                now.template().departments().keySet(),
                kind -> isClosed(region, kind, from),
                now.template().items().keySet(),
                same.at(region));
    }

    /** Items of these codes of the nearest places above that have them, by code. */
    Map<String, OwnItem> alike(Region region, Collection<String> codes, LocalDate day) {
        Map<String, OwnItem> alike = new HashMap<>();
        for (Region above : lists.places(region).stream().skip(1).toList()) {
            items.newest(above, codes, day)
                    .forEach(
                            (code, item) -> {
                                if (item.holds(day)) {
                                    alike.putIfAbsent(code, item);
                                }
                            });
        }
        return alike;
    }

    private boolean isClosed(Region region, String kind, LocalDate day) {
        Departments kept = departments.getIfAvailable();
        return kept != null && kept.isClosed(region, kind, day);
    }

    private void stillNeeded(Region region, String code, LocalDate from, List<Fault> faults) {
        Set<Region> places = regions.within(region);
        List<String> below = items.children(region, places, code, from, NAMED);
        if (!below.isEmpty()) {
            faults.add(fault("item-stands-above", code, String.join(", ", below)));
        }
        List<String> waiting = items.waiting(region, places, code, from, NAMED);
        if (!waiting.isEmpty()) {
            faults.add(
                    fault(
                            "item-waited-for",
                            waiting.stream()
                                    .map(later -> code + " → " + later)
                                    .collect(Collectors.joining("; "))));
        }
    }

    /** What it waits for must be there and must not wait for it. */
    private void order(
            Region region, String code, ItemSheet sheet, LocalDate from, List<Fault> faults) {
        Set<String> shared = snapshots.current().at(region).items().keySet();
        List<String> waits = sheet.waitsFor();
        Map<String, List<String>> known = waitsFor(region, waits, from);
        for (String before : waits) {
            if (!shared.contains(before)
                    && !known.containsKey(before)
                    && lists.above(region, before, from).isEmpty()) {
                faults.add(unknown(code, sheet, before));
            }
        }
        List<String> circle = circle(region, code, waits, from);
        if (!circle.isEmpty()) {
            faults.add(circle(circle));
        }
    }

    static Fault circle(List<String> circle) {
        return new Fault(
                ItemSheet.TABLE,
                0,
                "before",
                Circles.isMutual(circle) ? "mutual-preconditions" : "cycle",
                List.of(Circles.path(circle)));
    }

    static Fault unknown(String code, ItemSheet sheet, String before) {
        for (int i = 0; i < sheet.materials().size(); i++) {
            Map<String, String> material = sheet.materials().get(i);
            String producers = material.getOrDefault("material_produced_by", "");
            if (List.of(producers.split(";")).contains(before)) {
                return new Fault(
                        ItemSheet.TABLE,
                        i + 1,
                        "material_produced_by",
                        "material-nobody-produces",
                        List.of(
                                material.getOrDefault("material_name_zh", ""),
                                before + " → " + code));
            }
        }
        return new Fault(
                ItemSheet.TABLE,
                0,
                "before",
                "precondition-unknown",
                List.of(before + " → " + code));
    }

    /** The codes from the item back to itself in the order of doing, or none. */
    private List<String> circle(
            Region region, String code, Collection<String> waits, LocalDate day) {
        Map<String, String> later = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        waits.forEach(
                before -> {
                    later.putIfAbsent(before, code);
                    open.add(before);
                });
        while (!open.isEmpty()) {
            List<String> front = open.stream().distinct().filter(seen::add).toList();
            open.clear();
            for (Map.Entry<String, List<String>> one : waitsFor(region, front, day).entrySet()) {
                for (String before : one.getValue()) {
                    if (before.equals(code)) {
                        return path(code, one.getKey(), later);
                    }
                    later.putIfAbsent(before, one.getKey());
                    open.add(before);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(String code, String first, Map<String, String> later) {
        List<String> path = new ArrayList<>(List.of(code));
        for (String at = first; !at.equals(code); at = Objects.requireNonNull(later.get(at))) {
            path.add(at);
        }
        path.add(code);
        return path;
    }

    /** What each of the codes waits for; one of the template waits for nothing of a list. */
    private Map<String, List<String>> waitsFor(
            Region region, Collection<String> codes, LocalDate day) {
        Map<String, List<String>> waits = new HashMap<>();
        items.newest(region, codes, day)
                .forEach(
                        (code, item) -> {
                            if (item.holds(day)) {
                                waits.put(code, item.sheet().waitsFor());
                            }
                        });
        return waits;
    }

    private static Fault fault(String rule, String... arguments) {
        return new Fault(ItemSheet.TABLE, 0, "", rule, List.of(arguments));
    }
}

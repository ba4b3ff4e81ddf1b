package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.guidance.Given.What;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * 一次性告知: what a case needs by the answers given, told at once.
 *
 * @param items in an order in which they can be handed in; where it leaves a choice, what runs
 *     across the stages first and the others by stage
 * @param hand materials to hand in, each once
 * @param fetched materials that the offices fetch themselves
 * @param notes of the answers
 * @param gone codes that the guide names and the place no longer has
 * @param oneByOne promised days of all items added up
 * @param together promised days when each item begins as soon as those before it are done; a
 *     calendar day counts as a working day, so that it is never less than promised
 */
@ValueObject
public record Notice(
        List<Item> items,
        List<Paper> hand,
        List<Paper> fetched,
        List<Given> notes,
        List<String> gone,
        int oneByOne,
        int together) {

    public Notice {
        items = List.copyOf(items);
        hand = List.copyOf(hand);
        fetched = List.copyOf(fetched);
        notes = List.copyOf(notes);
        gone = List.copyOf(gone);
    }

    /**
     * A material, for every item that asks for it.
     *
     * @param form as in the catalog, or null for one that an answer gives
     * @param fetched by the offices, never asked of the applicant
     * @param required for one of the items at least
     * @param deferrable for each of the items
     * @param items codes of the items that ask for it
     * @param from codes of items on this notice whose result it is; it comes on the way
     */
    public record Paper(
            String nameZh,
            String nameEn,
            @Nullable String form,
            boolean required,
            boolean deferrable,
            boolean fetched,
            List<String> items,
            List<String> from) {}

    /** The notice of answers as the catalog is at the place. */
    public static Notice of(Walk walk, PlaceView place) {
        Map<String, Item> items = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        for (String code : walk.items()) {
            Item item = place.items().get(code);
            if (item == null) {
                gone.add(code);
            } else {
                items.put(code, item);
            }
        }
        Map<String, Set<String>> before = before(items, place.template().dependencies());
        List<Item> ordered = ordered(items, before);
        Map<String, Integer> done = new HashMap<>();
        for (Item item : ordered) {
            int start =
                    before.getOrDefault(item.code(), Set.of()).stream()
                            .mapToInt(code -> done.getOrDefault(code, 0))
                            .max()
                            .orElse(0);
            done.put(item.code(), start + item.promised().days());
        }
        List<Paper> papers = papers(walk, ordered, items.keySet());
        return new Notice(
                ordered,
                papers.stream().filter(paper -> !paper.fetched()).toList(),
                papers.stream().filter(Paper::fetched).toList(),
                walk.given(What.NOTE),
                gone,
                ordered.stream().mapToInt(item -> item.promised().days()).sum(),
                done.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static Map<String, Set<String>> before(
            Map<String, Item> items, List<Dependency> dependencies) {
        Map<String, Set<String>> before = new HashMap<>();
        for (Dependency edge : dependencies) {
            if (items.containsKey(edge.from()) && items.containsKey(edge.to())) {
                before.computeIfAbsent(edge.to(), to -> new HashSet<>()).add(edge.from());
            }
        }
        for (Item item : items.values()) {
            for (Material material : item.materials()) {
                material.producedBy().stream()
                        .filter(items::containsKey)
                        .filter(producer -> !producer.equals(item.code()))
                        .forEach(
                                producer ->
                                        before.computeIfAbsent(item.code(), to -> new HashSet<>())
                                                .add(producer));
            }
        }
        return before;
    }

    /** What runs across the stages is begun first. */
    private static int turn(Item item) {
        return item.stage() == Stage.CROSS_STAGE ? -1 : item.stage().ordinal();
    }

    private static List<Item> ordered(Map<String, Item> items, Map<String, Set<String>> before) {
        Map<String, Integer> waitsFor = new HashMap<>();
        Map<String, List<String>> next = new HashMap<>();
        PriorityQueue<Item> ready =
                new PriorityQueue<>(Comparator.comparing(Notice::turn).thenComparing(Item::code));
        for (Item item : items.values()) {
            Set<String> earlier = before.getOrDefault(item.code(), Set.of());
            waitsFor.put(item.code(), earlier.size());
            earlier.forEach(
                    code -> next.computeIfAbsent(code, same -> new ArrayList<>()).add(item.code()));
            if (earlier.isEmpty()) {
                ready.add(item);
            }
        }
        List<Item> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            Item item = ready.remove();
            ordered.add(item);
            for (String later : next.getOrDefault(item.code(), List.of())) {
                Item waiting = items.get(later);
                if (waitsFor.merge(later, -1, Integer::sum) == 0 && waiting != null) {
                    ready.add(waiting);
                }
            }
        }
        // A circle that the tables would refuse leaves nobody out.
        items.values().stream().filter(item -> !ordered.contains(item)).forEach(ordered::add);
        return ordered;
    }

    private static List<Paper> papers(Walk walk, List<Item> items, Set<String> codes) {
        Map<List<String>, Paper> papers = new LinkedHashMap<>();
        for (Item item : items) {
            for (Material material : item.materials()) {
                papers.merge(
                        List.of(material.nameZh(), material.form(), "" + material.reusable()),
                        new Paper(
                                material.nameZh(),
                                material.nameEn(),
                                material.form(),
                                material.required(),
                                material.deferrable(),
                                material.reusable(),
                                List.of(item.code()),
                                material.producedBy().stream().filter(codes::contains).toList()),
                        Notice::merged);
            }
        }
        for (Given given : walk.given(What.MATERIAL)) {
            String zh = String.valueOf(given.zh());
            papers.merge(
                    List.of(zh, "", ""),
                    new Paper(
                            zh,
                            String.valueOf(given.en()),
                            null,
                            true,
                            false,
                            false,
                            given.code() == null ? List.of() : List.of(given.code()),
                            List.of()),
                    Notice::merged);
        }
        return List.copyOf(papers.values());
    }

    private static Paper merged(Paper one, Paper other) {
        return new Paper(
                one.nameZh(),
                one.nameEn(),
                one.form(),
                one.required() || other.required(),
                one.deferrable() && other.deferrable(),
                one.fetched(),
                joined(one.items(), other.items()),
                joined(one.from(), other.from()));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        other.stream().filter(code -> !all.contains(code)).forEach(all::add);
        return all;
    }
}

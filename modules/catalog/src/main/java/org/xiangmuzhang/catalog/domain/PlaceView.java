package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalog as it holds at one place. */
public final class PlaceView {

    private final Template template;
    private final Map<String, Item> items;
    private final Map<String, ProjectType> types = new LinkedHashMap<>();
    private final List<MergedItem> merged;

    /**
     * @param template with the tables as the place has them
     * @param chain the place, its parents and the template
     * @param overrides what the places of the chain do in their own way
     */
    PlaceView(
            Template template,
            List<Region> chain,
            Map<Region, Map<String, ItemOverride>> overrides) {
        this.template = template;
        Map<String, Item> resolved = new LinkedHashMap<>(template.items());
        for (Region region : chain.reversed()) {
            overrides
                    .getOrDefault(region, Map.of())
                    .forEach(
                            (code, own) ->
                                    resolved.computeIfPresent(
                                            code, (same, parent) -> own.over(parent)));
        }
        this.items = Collections.unmodifiableMap(resolved);
        this.merged = template.merged(chain);
        template.types().forEach((code, rows) -> types.put(code, type(rows)));
    }

    /** By stage and code. */
    public Map<String, Item> items() {
        return items;
    }

    /** The tables as they hold here. */
    public Template template() {
        return template;
    }

    /** By code. */
    public Map<String, ProjectType> types() {
        return Collections.unmodifiableMap(types);
    }

    public List<MergedItem> merged() {
        return merged;
    }

    private ProjectType type(TypeRows rows) {
        Row type = rows.type();
        List<ProjectType.Need> needs = new ArrayList<>();
        for (Row row : rows.needs()) {
            Item item = items.get(row.get("item_code"));
            if (item != null) {
                needs.add(new ProjectType.Need(item, row.get("necessity").equals("mandatory")));
            }
        }
        Set<String> codes =
                needs.stream().map(need -> need.item().code()).collect(Collectors.toSet());
        List<Dependency> edges =
                template.dependencies().stream()
                        .filter(edge -> codes.contains(edge.from()) && codes.contains(edge.to()))
                        .toList();
        return new ProjectType(
                type.get("project_type_code"),
                version(type, needs, edges),
                type.get("name_zh"),
                type.get("name_en"),
                type.get("investor_kind"),
                type.get("initiation_kind"),
                type.get("land_supply"),
                type.number("total_target_days"),
                type.get("target_scope"),
                needs,
                edges);
    }

    private static String version(Row type, List<ProjectType.Need> needs, List<Dependency> edges) {
        Digest digest = new Digest();
        digest.add(new Sheet(Table.PROJECT_TYPES, List.of(type)).hash());
        for (ProjectType.Need need : needs) {
            digest.add(need.item().code()).add(need.item().version()).add("" + need.mandatory());
        }
        edges.forEach(edge -> digest.add(edge.toString()));
        return digest.text().substring(0, 16);
    }

    /** Whether the one item, directly or not, must be done before the other at this place. */
    boolean comesBefore(String first, String later) {
        Map<String, Set<String>> next = new LinkedHashMap<>();
        for (Dependency edge : template.dependencies()) {
            next.computeIfAbsent(edge.from(), from -> new HashSet<>()).add(edge.to());
        }
        for (Item item : items.values()) {
            item.materials().stream()
                    .flatMap(material -> material.producedBy().stream())
                    .forEach(
                            producer ->
                                    next.computeIfAbsent(producer, from -> new HashSet<>())
                                            .add(item.code()));
        }
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(next.getOrDefault(first, Set.of()));
        while (!open.isEmpty()) {
            String code = open.pop();
            if (code.equals(later)) {
                return true;
            }
            if (seen.add(code)) {
                open.addAll(next.getOrDefault(code, Set.of()));
            }
        }
        return false;
    }
}

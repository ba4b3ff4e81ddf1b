package org.xiangmuzhang.catalog.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.kernel.Region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalog as it holds at one place. */
public final class PlaceView {

    private final Template template;
    private final Map<String, Item> stated;
    private final Map<String, Item> items;
    private final Map<String, ProjectType> types = new LinkedHashMap<>();
    private final List<MergedItem> merged;
    private volatile @Nullable ItemGraph graph;

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
        withoutCircles(resolved, template);
        this.stated = Collections.unmodifiableMap(resolved);
        Map<String, Item> allowed = new LinkedHashMap<>();
        resolved.forEach((code, item) -> allowed.put(code, item.allowed()));
        this.items = Collections.unmodifiableMap(allowed);
        this.merged = template.merged(chain);
        template.types().forEach((code, rows) -> types.put(code, type(rows)));
    }

    /**
     * Materials of a place that an order from elsewhere turns into a circle do not hold, and nor
     * does what else the place does in its own way with that item, until it decides again.
     */
    private static void withoutCircles(Map<String, Item> resolved, Template template) {
        boolean own = true;
        while (own) {
            own = false;
            for (String code : ItemGraph.of(resolved.values(), template.dependencies()).circle()) {
                Item shared = template.items().get(code);
                Item here = resolved.get(code);
                if (shared != null
                        && here != null
                        && !here.materials().equals(shared.materials())) {
                    resolved.put(code, shared);
                    own = true;
                }
            }
        }
    }

    /** By stage and code; nothing by commitment or later where that is excluded. */
    public Map<String, Item> items() {
        return items;
    }

    /** The same as they are stated, whether excluded or not: for whoever edits them. */
    public Map<String, Item> stated() {
        return stated;
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

    /** Who waits for whom here, packages aside. */
    public ItemGraph graph() {
        ItemGraph known = graph;
        if (known == null) {
            known = ItemGraph.of(items.values(), template.dependencies());
            graph = known;
        }
        return known;
    }
}

package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.graph.Chain;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.catalog.domain.graph.Link;
import org.xiangmuzhang.catalog.port.in.LookingAtGraphs.Ways;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;

/**
 * Who waits for whom at a place, to be read by machines.
 *
 * @param shortest the fewest items that lead to the one asked for; null when none was, or none do
 * @param longest what takes the most promised days of all that leads to it, or null
 */
public record GraphDetail(
        Region region,
        List<ItemNode> items,
        List<ItemLink> links,
        @Nullable Chain shortest,
        @Nullable Chain longest) {

    /** An item of the graph. */
    public record ItemNode(
            String code,
            String version,
            String nameZh,
            String nameEn,
            Stage stage,
            String department,
            TimeLimit promised) {

        static ItemNode of(Item item) {
            return new ItemNode(
                    item.code(),
                    item.version(),
                    item.nameZh(),
                    item.nameEn(),
                    item.stage(),
                    item.department(),
                    item.promised());
        }
    }

    /**
     * One item waits for another.
     *
     * @param source id of the row that states it
     * @param materialZh what the first produces for the other, or null
     * @param producers of the material; any one of them serves
     */
    public record ItemLink(
            String from,
            String to,
            Dependency.Kind kind,
            Dependency.Relaxation relaxableBy,
            Link.Origin origin,
            String source,
            @Nullable String materialZh,
            @Nullable String materialEn,
            List<String> producers,
            @Nullable String appliesWhen) {

        static ItemLink of(Link link) {
            Material material = link.material();
            return new ItemLink(
                    link.from(),
                    link.to(),
                    link.kind(),
                    link.relaxableBy(),
                    link.origin(),
                    link.source(),
                    material == null ? null : material.nameZh(),
                    material == null ? null : material.nameEn(),
                    material == null ? List.of() : material.producedBy(),
                    link.appliesWhen());
        }
    }

    /** The graph with the ways to one of its items, if any was asked for. */
    public static GraphDetail of(Region region, ItemGraph graph, @Nullable Ways ways) {
        return new GraphDetail(
                region,
                graph.items().values().stream().map(ItemNode::of).toList(),
                graph.links().stream().map(ItemLink::of).toList(),
                ways == null ? null : ways.shortest().orElse(null),
                ways == null ? null : ways.longest().orElse(null));
    }
}

package org.xiangmuzhang.catalog.domain.graph;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * A graph as a picture: items in rows from top to bottom, each below all that it waits for.
 *
 * @param hidden links that are not drawn because others lead from the one item to the other
 */
@ValueObject
public record Drawing(int width, int height, List<Box> boxes, List<Curve> curves, int hidden) {

    /** Width and height of a box. */
    public static final int WIDE = 174;

    public static final int HIGH = 66;

    public Drawing {
        boxes = List.copyOf(boxes);
        curves = List.copyOf(curves);
    }

    /**
     * An item.
     *
     * @param x of its left edge
     * @param y of its upper edge
     */
    @ValueObject
    public record Box(String code, int x, int y) {}

    /**
     * All links between two items.
     *
     * @param path as SVG has it, from the lower edge of the one to the upper edge of the other
     */
    @ValueObject
    public record Curve(String from, String to, List<Link> links, String path) {

        public Curve {
            links = List.copyOf(links);
        }

        /** The strongest reason among the links. */
        public Link strongest() {
            return links.stream()
                    .min(
                            (one, other) ->
                                    Integer.compare(one.kind().ordinal(), other.kind().ordinal()))
                    .orElseThrow();
        }

        /** Whether one of the links is relaxed by nothing. */
        public boolean isFirm() {
            return links.stream().anyMatch(Link::isFirm);
        }
    }

    /**
     * Draws a graph; the same graph gives the same picture.
     *
     * @param all whether to draw links that others imply, too
     */
    public static Drawing of(ItemGraph graph, boolean all) {
        return new Layers(graph, all).draw();
    }
}

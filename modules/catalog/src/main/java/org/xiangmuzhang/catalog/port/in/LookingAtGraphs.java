package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.graph.Chain;
import org.xiangmuzhang.catalog.domain.graph.ItemGraph;
import org.xiangmuzhang.kernel.Region;

import java.util.Optional;

/** Who waits for whom at a place (事项关系图). */
public interface LookingAtGraphs {

    /** So many items one graph has at most. */
    int MOST = 2_000;

    /** The items of a type of project; refuses {@code project-type-unknown}. */
    ItemGraph ofType(Region region, String code);

    /** The items of a package, with what the package makes of them; {@code package-unknown}. */
    ItemGraph ofPackage(Region region, String code);

    /**
     * An item of the template or of a list, with what is so many steps before and after it; the
     * nearest {@link #MOST}. Refuses {@code item-unknown}, and steps that are not 1 to 9 with
     * {@code graph-steps}.
     */
    ItemGraph around(Region region, String item, int steps);

    /**
     * The ways to an item of a graph; refuses one that is not in it with {@code
     * graph-item-unknown}.
     *
     * @param from where they begin; null for wherever something waits for nothing
     */
    Ways ways(ItemGraph graph, @Nullable String from, String to);

    /** What leads to an item; nothing when the one does not come before the other. */
    record Ways(Optional<Chain> shortest, Optional<Chain> longest) {}
}

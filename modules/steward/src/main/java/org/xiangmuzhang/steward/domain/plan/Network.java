package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;

import java.util.List;

/**
 * The items of a plan and the order between them.
 *
 * @param nodes in the order in which the catalog lists them
 * @param links between nodes that are to be done, each at most once in each direction
 */
public record Network(List<Node> nodes, List<Link> links) {

    /** How a node takes part. */
    public enum Part {
        TO_DO,
        /** Done by the result of a merged item; kept visible. */
        REPLACED,
        /** Conditional and not needed; kept visible. */
        DROPPED
    }

    /**
     * An item.
     *
     * @param days promised working days
     * @param replacedBy the merged item, when replaced
     * @param stage whose wanted date it keeps, or null for none
     */
    public record Node(
            String code,
            String version,
            int days,
            Part part,
            @Nullable String replacedBy,
            @Nullable Stage stage) {

        /** An item that only the wanted end of all binds. */
        public Node(String code, String version, int days, Part part, @Nullable String replacedBy) {
            this(code, version, days, part, replacedBy, null);
        }

        public static Node toDo(String code, String version, int days) {
            return new Node(code, version, days, Part.TO_DO, null);
        }

        /** The same item, of a stage. */
        public Node of(Stage itsStage) {
            return new Node(code, version, days, part, replacedBy, itsStage);
        }
    }

    /**
     * One item comes before another.
     *
     * @param kind LEGAL, MATERIAL or PRACTICAL
     * @param relaxed binds the formal result of the second only, not its beginning
     */
    public record Link(String from, String to, String kind, boolean relaxed) {}

    public Network {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }
}

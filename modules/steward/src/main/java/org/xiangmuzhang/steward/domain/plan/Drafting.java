package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;
import org.xiangmuzhang.steward.domain.plan.Network.Part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the network of a project from its type and the courses chosen. A course that does not fit
 * the type any more, because the catalog has changed, has no effect; {@link CourseRules} refuses it
 * when it is chosen.
 */
public final class Drafting {

    private final ProjectType type;
    private final Courses courses;
    private final Set<String> inSimulation;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Drafting(ProjectType type, Courses courses, Set<String> inSimulation) {
        this.type = type;
        this.courses = courses;
        this.inSimulation = inSimulation;
    }

    /**
     * The network of a type under these courses.
     *
     * @param merged the merged items that hold at the place
     * @param items any item of the catalog by its code
     * @param inSimulation items that are under simulated review whatever was chosen
     */
    public static Network draft(
            ProjectType type,
            Courses courses,
            List<MergedItem> merged,
            Function<String, Optional<Item>> items,
            Set<String> inSimulation) {
        var drafting = new Drafting(type, courses, inSimulation);
        drafting.takeUp();
        drafting.merge(merged, items);
        return new Network(List.copyOf(drafting.nodes.values()), drafting.links());
    }

    private void takeUp() {
        for (ProjectType.Need need : type.items()) {
            Item item = need.item();
            boolean wanted = need.mandatory() || courses.conditional().contains(item.code());
            nodes.put(
                    item.code(),
                    wanted
                            ? toDo(item)
                            : new Node(item.code(), item.version(), 0, Part.DROPPED, null));
        }
    }

    /**
     * A merged item that was chosen replaces what it stands for; one that the type itself asks for
     * shows what it stands for, unless the type asks for that too.
     */
    private void merge(List<MergedItem> merged, Function<String, Optional<Item>> items) {
        for (MergedItem one : merged) {
            Node present = nodes.get(one.code());
            boolean chosen = courses.merged().contains(one.code());
            boolean inType = present != null && present.part() == Part.TO_DO;
            if (!chosen && (!inType || one.replaces().stream().anyMatch(nodes::containsKey))) {
                continue;
            }
            items.apply(one.code()).ifPresent(item -> nodes.put(one.code(), toDo(item)));
            for (String replaced : one.replaces()) {
                items.apply(replaced)
                        .ifPresent(
                                item ->
                                        nodes.put(
                                                replaced,
                                                new Node(
                                                        replaced,
                                                        item.version(),
                                                        0,
                                                        Part.REPLACED,
                                                        one.code())));
            }
        }
    }

    private static Node toDo(Item item) {
        TimeLimit promised = item.promised();
        int days =
                promised.unit() == TimeLimit.Unit.WORKING_DAYS
                        ? promised.days()
                        : (promised.days() * 5 + 6) / 7;
        return Node.toDo(item.code(), item.version(), days).of(item.stage());
    }

    /** The catalog's order between what is to be done; replaced items hand theirs on. */
    private List<Link> links() {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Dependency dependency : type.dependencies()) {
            String from = standIn(dependency.from());
            String to = standIn(dependency.to());
            if (isToDo(from) && isToDo(to) && !from.equals(to) && !isHabit(dependency)) {
                boolean relaxed = isRelaxed(dependency, to);
                links.merge(
                        from + ">" + to,
                        new Link(from, to, dependency.kind().name(), relaxed),
                        (one, other) -> one.relaxed() ? other : one);
            }
        }
        return new ArrayList<>(links.values());
    }

    private String standIn(String code) {
        Node node = nodes.get(code);
        return node == null || node.replacedBy() == null ? code : node.replacedBy();
    }

    private boolean isToDo(String code) {
        Node node = nodes.get(code);
        return node != null && node.part() == Part.TO_DO;
    }

    /** Under parallel review a usual order falls away, unless the catalog says that nothing may. */
    private boolean isHabit(Dependency dependency) {
        return courses.parallel()
                && dependency.kind() == Kind.PRACTICAL
                && dependency.relaxableBy() != Relaxation.NONE
                && dependency.relaxableBy() != Relaxation.MOCK;
    }

    private boolean isRelaxed(Dependency dependency, String to) {
        return switch (dependency.relaxableBy()) {
            case MOCK -> courses.simulated().contains(to) || inSimulation.contains(to);
            case DEFER -> dependency.kind() == Kind.MATERIAL && courses.owed().contains(to);
            default -> false;
        };
    }
}

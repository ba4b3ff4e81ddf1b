package org.xiangmuzhang.steward.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;
import org.xiangmuzhang.steward.domain.plan.Network.Part;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class DraftingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Map<String, Item> ITEMS =
            Stream.of(
                            item("A", TimeLimit.workingDays(5)),
                            item("B", TimeLimit.workingDays(3)),
                            item("C", TimeLimit.calendarDays(30)),
                            item("D", TimeLimit.workingDays(0)),
                            item("AB", TimeLimit.workingDays(1)))
                    .collect(Collectors.toMap(Item::code, Function.identity()));

    @Test
    void orderCountsOnlyBetweenWhatIsToBeDone() {
        ProjectType type =
                type(
                        List.of("A", "B"),
                        List.of("D"),
                        edge("A", "B", Kind.LEGAL, Relaxation.NONE),
                        edge("A", "D", Kind.LEGAL, Relaxation.NONE),
                        edge("A", "C", Kind.LEGAL, Relaxation.NONE));

        assertThat(draft(type, courses(Set.of(), Set.of(), Set.of(), false)).links())
                .containsExactly(new Link("A", "B", "LEGAL", false));
        assertThat(draft(type, courses(Set.of("D"), Set.of(), Set.of(), false)).links())
                .containsExactly(
                        new Link("A", "B", "LEGAL", false), new Link("A", "D", "LEGAL", false));
    }

    @Test
    void conditionalItemThatWasNotChosenIsDroppedAndStaysVisible() {
        ProjectType type = type(List.of("A"), List.of("D"));

        assertThat(draft(type, courses(Set.of(), Set.of(), Set.of(), false)).nodes())
                .extracting(Node::code, Node::part)
                .containsExactly(tuple("A", Part.TO_DO), tuple("D", Part.DROPPED));
    }

    @Test
    void parallelReviewDropsHabitsButNotWhatNothingMayRelax() {
        ProjectType type =
                type(
                        List.of("A", "B", "C", "D"),
                        List.of(),
                        edge("A", "B", Kind.PRACTICAL, Relaxation.SKIP),
                        edge("B", "C", Kind.PRACTICAL, Relaxation.NONE),
                        edge("A", "D", Kind.LEGAL, Relaxation.MERGE));

        assertThat(draft(type, courses(Set.of(), Set.of(), Set.of(), false)).links()).hasSize(3);
        assertThat(draft(type, courses(Set.of(), Set.of(), Set.of(), true)).links())
                .extracting(Link::to)
                .containsExactly("C", "D");
    }

    @Test
    void simulationAndOwedMaterialsBindTheResultOnly() {
        ProjectType type =
                type(
                        List.of("A", "B", "C", "D"),
                        List.of(),
                        edge("A", "B", Kind.LEGAL, Relaxation.MOCK),
                        edge("A", "C", Kind.MATERIAL, Relaxation.DEFER),
                        edge("A", "D", Kind.LEGAL, Relaxation.NONE));
        var courses =
                new Courses(
                        DAY, null, Set.of(), Set.of("B", "D"), Set.of(), Set.of("C", "D"), false);

        assertThat(draft(type, courses).links())
                .containsExactly(
                        new Link("A", "B", "LEGAL", true),
                        new Link("A", "C", "MATERIAL", true),
                        new Link("A", "D", "LEGAL", false));
    }

    @Test
    void itemInSimulationIsRelaxedWhateverWasChosen() {
        ProjectType type =
                type(List.of("A", "B"), List.of(), edge("A", "B", Kind.LEGAL, Relaxation.MOCK));
        Network network =
                Drafting.draft(
                        type,
                        courses(Set.of(), Set.of(), Set.of(), false),
                        List.of(),
                        DraftingTests::find,
                        Set.of("B"));

        assertThat(network.links()).containsExactly(new Link("A", "B", "LEGAL", true));
    }

    @Test
    void mergedItemTakesOverTheOrdersOfWhatItReplaces() {
        ProjectType type =
                type(
                        List.of("D", "A", "B", "C"),
                        List.of(),
                        edge("D", "A", Kind.LEGAL, Relaxation.NONE),
                        edge("A", "B", Kind.LEGAL, Relaxation.MERGE),
                        edge("B", "C", Kind.LEGAL, Relaxation.NONE));
        Network network = draft(type, courses(Set.of(), Set.of(), Set.of("AB"), false));

        assertThat(network.links())
                .containsExactly(
                        new Link("D", "AB", "LEGAL", false), new Link("AB", "C", "LEGAL", false));
        assertThat(network.nodes())
                .filteredOn(node -> node.part() == Part.REPLACED)
                .extracting(Node::code)
                .containsExactly("A", "B");
    }

    @Test
    void calendarDaysAreFiveWorkingDaysAWeek() {
        ProjectType type = type(List.of("C"), List.of());

        assertThat(draft(type, courses(Set.of(), Set.of(), Set.of(), false)).nodes())
                .extracting(Node::days)
                .containsExactly(22);
    }

    @Test
    void mergingAroundAnItemThatStaysBetweenGoesRoundAndIsRefused() {
        ProjectType type =
                type(
                        List.of("A", "D", "B"),
                        List.of(),
                        edge("A", "D", Kind.LEGAL, Relaxation.NONE),
                        edge("D", "B", Kind.LEGAL, Relaxation.NONE));
        Courses courses = courses(Set.of(), Set.of(), Set.of("AB"), false);
        Network network = draft(type, courses);

        assertThatThrownBy(
                        () ->
                                Planner.draw(
                                        network,
                                        "1",
                                        courses,
                                        Map.of(),
                                        DAY,
                                        new WorkingDays("plain", Map.of(), Set.of())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.rule()).isEqualTo("plan-goes-round");
                            assertThat(it.arguments()).containsExactly("AB → D → AB");
                        });
    }

    private static Network draft(ProjectType type, Courses courses) {
        return Drafting.draft(
                type,
                courses,
                List.of(new MergedItem("AB", List.of("A", "B"))),
                DraftingTests::find,
                Set.of());
    }

    private static Optional<Item> find(String code) {
        return Optional.ofNullable(ITEMS.get(code));
    }

    private static Courses courses(
            Set<String> conditional, Set<String> simulated, Set<String> merged, boolean parallel) {
        return new Courses(DAY, null, conditional, simulated, merged, Set.of(), parallel);
    }

    private static ProjectType type(
            List<String> mandatory, List<String> conditional, Dependency... edges) {
        return new ProjectType(
                "T",
                "1",
                "类型",
                "type",
                "ENTERPRISE",
                "FILING",
                "NONE",
                10,
                "all",
                Stream.concat(
                                mandatory.stream().map(code -> need(code, true)),
                                conditional.stream().map(code -> need(code, false)))
                        .toList(),
                List.of(edges));
    }

    private static ProjectType.Need need(String code, boolean mandatory) {
        return new ProjectType.Need(find(code).orElseThrow(), mandatory);
    }

    private static Dependency edge(String from, String to, Kind kind, Relaxation relaxation) {
        return new Dependency(from + to, from, to, kind, relaxation, "always");
    }

    private static Item item(String code, TimeLimit promised) {
        return new Item(
                code,
                "1",
                code,
                code,
                Stage.LAND_AND_PROJECT,
                "PERMIT",
                "NR",
                null,
                promised,
                Set.of(),
                false,
                true,
                true,
                false,
                "证",
                null,
                List.of(),
                Exclusion.NONE);
    }
}

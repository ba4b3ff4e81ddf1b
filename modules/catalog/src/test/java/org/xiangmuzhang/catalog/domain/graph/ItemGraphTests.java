package org.xiangmuzhang.catalog.domain.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Box;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Curve;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Who waits for whom: links, ways and the picture. */
class ItemGraphTests {

    @Test
    void anOrderAndAMaterialAreLinksOfTheirKindsWithWhatRelaxesThem() {
        ItemGraph graph =
                ItemGraph.of(
                        List.of(
                                item("A", 1),
                                item("B", 1),
                                item(
                                        "C",
                                        1,
                                        material("M-1", true, false, "A", "B"),
                                        material("M-2", true, true, "A"),
                                        material("M-3", false, false, "B"))),
                        List.of(order("A", "B", Kind.LEGAL, Relaxation.MOCK)));

        assertThat(graph.links())
                .extracting(Link::from, Link::to, Link::kind, Link::relaxableBy, Link::source)
                .containsExactly(
                        tuple("A", "B", Kind.LEGAL, Relaxation.MOCK, "A-B"),
                        tuple("A", "C", Kind.MATERIAL, Relaxation.NONE, "M-1"),
                        tuple("B", "C", Kind.MATERIAL, Relaxation.NONE, "M-1"),
                        tuple("A", "C", Kind.MATERIAL, Relaxation.DEFER, "M-2"),
                        tuple("B", "C", Kind.MATERIAL, Relaxation.SKIP, "M-3"));
        assertThat(graph.circle()).isEmpty();
    }

    @Test
    void aCircleIsNamedInTheOrderOfDoingAndAMutualOneIsKnown() {
        List<Item> items = List.of(item("A", 1), item("B", 1), item("C", 1, from("B")));

        List<String> mutual =
                ItemGraph.of(items, List.of(legal("A", "B"), legal("B", "A"))).circle();
        List<String> longer =
                ItemGraph.of(items, List.of(legal("A", "B"), legal("C", "A"))).circle();

        assertThat(Circles.isMutual(mutual)).isTrue();
        assertThat(Circles.isMutual(longer)).isFalse();
        assertThat(Circles.path(longer)).isIn("A → B → C → A", "B → C → A → B", "C → A → B → C");
    }

    @Test
    void findsTheFewestItemsAndTheMostDaysToAnItem() {
        ItemGraph graph =
                ItemGraph.of(
                        List.of(
                                item("A", 1),
                                item("B", 2),
                                item("C", 30),
                                item("D", 4),
                                item("E", 5),
                                item("ALONE", 50)),
                        List.of(
                                legal("A", "B"),
                                legal("B", "C"),
                                legal("C", "E"),
                                legal("A", "D"),
                                legal("D", "E")));

        assertThat(graph.shortest("A", "E")).contains(new Chain(List.of("A", "D", "E"), 10));
        assertThat(graph.longest("A", "E")).contains(new Chain(List.of("A", "B", "C", "E"), 38));
        assertThat(graph.longest("B", "E")).contains(new Chain(List.of("B", "C", "E"), 37));
        assertThat(graph.longest(null, "E")).contains(new Chain(List.of("A", "B", "C", "E"), 38));
        assertThat(graph.shortest(null, "B")).contains(new Chain(List.of("A", "B"), 3));
        assertThat(graph.longest("E", "E")).contains(new Chain(List.of("E"), 5));
        assertThat(graph.shortest("E", "A")).isEmpty();
        assertThat(graph.longest("E", "A")).isEmpty();
        assertThat(graph.longest("ALONE", "E")).isEmpty();
        assertThat(graph.around("D", 1).items()).containsOnlyKeys("A", "D", "E");
        assertThat(graph.around("B", 2).items()).containsOnlyKeys("A", "B", "C", "E");
    }

    @Test
    void aPackagesLinkTakesThePlaceOfTheOneThatLeadsTheOtherWay() {
        ItemGraph graph =
                ItemGraph.of(List.of(item("A", 1), item("B", 1)), List.of(legal("A", "B")))
                        .with(List.of(Link.of("B", "A", "PKG-1")));

        assertThat(graph.links())
                .extracting(Link::from, Link::to, Link::origin)
                .containsExactly(tuple("B", "A", Link.Origin.PACKAGE));
    }

    @Test
    void everyItemIsDrawnOnceBelowAllThatItWaitsForAndNoBoxLiesOnAnother() {
        ItemGraph graph = random(60, 110, 7);

        Drawing drawing = Drawing.of(graph, true);

        Map<String, Box> boxes = boxes(drawing);
        assertThat(boxes).containsOnlyKeys(graph.items().sequencedKeySet());
        for (Link link : graph.links()) {
            assertThat(y(boxes, link.to()))
                    .as(link.toString())
                    .isGreaterThanOrEqualTo(y(boxes, link.from()) + Drawing.HIGH);
        }
        apart(drawing);
        assertThat(drawing.curves())
                .hasSameSizeAs(pairs(graph))
                .extracting(Curve::path)
                .doesNotContain("");
        assertThat(drawing.hidden()).isZero();
        assertThat(Drawing.of(graph, true)).isEqualTo(drawing);
    }

    @Test
    void leavesOutExactlyTheLinksThatOthersImply() {
        ItemGraph graph =
                ItemGraph.of(
                        List.of(item("A", 1), item("B", 1), item("C", 1), item("D", 1)),
                        List.of(
                                legal("A", "B"),
                                legal("B", "C"),
                                legal("A", "C"),
                                legal("C", "D"),
                                legal("A", "D")));

        Drawing drawing = Drawing.of(graph, false);

        assertThat(drawing.curves())
                .extracting(Curve::from, Curve::to)
                .containsExactly(tuple("A", "B"), tuple("B", "C"), tuple("C", "D"));
        assertThat(drawing.hidden()).isEqualTo(2);
    }

    @Test
    void aPictureOfSixtyItemsIsSixBoxesWideAtMost() {
        Drawing drawing = Drawing.of(random(60, 110, 3), false);

        Map<Integer, Integer> rows = new HashMap<>();
        drawing.boxes().forEach(box -> rows.merge(box.y(), 1, Integer::sum));
        assertThat(rows.values()).allMatch(boxes -> boxes <= 6);
    }

    @Test
    void twoThousandItemsAreDrawnInSeconds() {
        ItemGraph graph = random(2_000, 4_000, 11);

        Drawing drawing = assertTimeout(Duration.ofSeconds(20), () -> Drawing.of(graph, false));

        assertThat(drawing.boxes()).hasSize(2_000);
        apart(drawing);
        assertThat(graph.longest(null, "I1999")).isPresent();
        assertThatCode(() -> graph.around("I1000", 3)).doesNotThrowAnyException();
    }

    private static int y(Map<String, Box> boxes, String code) {
        return Objects.requireNonNull(boxes.get(code)).y();
    }

    private static void apart(Drawing drawing) {
        Map<Integer, List<Box>> rows = new HashMap<>();
        drawing.boxes()
                .forEach(box -> rows.computeIfAbsent(box.y(), y -> new ArrayList<>()).add(box));
        for (List<Box> row : rows.values()) {
            row.sort((one, other) -> Integer.compare(one.x(), other.x()));
            for (int at = 1; at < row.size(); at++) {
                assertThat(row.get(at).x() - row.get(at - 1).x())
                        .isGreaterThanOrEqualTo(Drawing.WIDE);
            }
            assertThat(row.getFirst().x()).isNotNegative();
            assertThat(row.getLast().x() + Drawing.WIDE).isLessThanOrEqualTo(drawing.width());
        }
    }

    private static Map<String, Box> boxes(Drawing drawing) {
        Map<String, Box> boxes = new HashMap<>();
        drawing.boxes().forEach(box -> assertThat(boxes.put(box.code(), box)).isNull());
        return boxes;
    }

    private static Set<List<String>> pairs(ItemGraph graph) {
        Set<List<String>> pairs = new HashSet<>();
        graph.links().forEach(link -> pairs.add(List.of(link.from(), link.to())));
        return pairs;
    }

    /** A graph without circles, the same for the same seed. */
    private static ItemGraph random(int items, int links, long seed) {
        Random random = new Random(seed);
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            all.add(item("I" + i, random.nextInt(20)));
        }
        List<Dependency> orders = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            int to = 1 + random.nextInt(items - 1);
            int from = Math.max(0, to - 1 - random.nextInt(30));
            orders.add(legal("I" + from, "I" + to));
        }
        return ItemGraph.of(all, orders);
    }

    private static Dependency legal(String from, String to) {
        return order(from, to, Kind.LEGAL, Relaxation.NONE);
    }

    private static Dependency order(String from, String to, Kind kind, Relaxation relaxation) {
        return new Dependency(from + "-" + to, from, to, kind, relaxation, "always");
    }

    private static Material from(String producer) {
        return material("M-" + producer, true, false, producer);
    }

    private static Material material(
            String id, boolean required, boolean deferrable, String... producers) {
        return new Material(
                id,
                "材料" + id,
                "Material " + id,
                "ELECTRONIC",
                "GOVERNMENT_ECERT",
                required,
                deferrable,
                List.of(producers),
                true);
    }

    private static Item item(String code, int days, Material... materials) {
        return new Item(
                code,
                "1",
                "事项" + code,
                "Item " + code,
                Stage.CROSS_STAGE,
                "PERMIT",
                "NR",
                null,
                TimeLimit.workingDays(days),
                Set.of(),
                false,
                false,
                false,
                false,
                "批复",
                null,
                List.of(materials),
                Exclusion.NONE);
    }
}

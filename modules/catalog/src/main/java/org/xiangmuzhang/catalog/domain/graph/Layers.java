package org.xiangmuzhang.catalog.domain.graph;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Box;
import org.xiangmuzhang.catalog.domain.graph.Drawing.Curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Puts a graph in rows (Sugiyama): links that others imply fall away, items go into rows of bounded
 * width, what passes a row gets a point there, points are ordered so that few lines cross and then
 * moved towards their neighbours.
 */
final class Layers {

    private static final int FEW = 80;
    private static final int NARROW = 6;
    private static final int MANY = 300;
    private static final int GAP = 18;
    private static final int POINT = 10;
    private static final int BETWEEN = 54;
    private static final int EDGE = 12;
    private static final int PORT = 22;

    private final ItemGraph graph;
    private final SequencedMap<String, Node> nodes = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<List<Node>> rows = new ArrayList<>();
    private final List<Node> alone = new ArrayList<>();
    private final int columns;
    private final boolean all;
    private int hidden;

    /** An item, or a point at which lines pass a row; then the code is null. */
    private static final class Node {

        private final @Nullable String code;
        private final int number;
        private final List<Node> above = new ArrayList<>();
        private final List<Node> below = new ArrayList<>();
        private int row;
        private int place;
        private double x;
        private double sort;

        Node(@Nullable String code, int number) {
            this.code = code;
            this.number = number;
        }

        int width() {
            return code == null ? POINT : Drawing.WIDE;
        }
    }

    /** All links between two items, with the points that they pass. */
    private static final class Line {

        private final Node from;
        private final Node to;
        private final List<Link> links = new ArrayList<>();
        private List<Node> way = List.of();

        Line(Node from, Node to) {
            this.from = from;
            this.to = to;
        }
    }

    Layers(ItemGraph graph, boolean all) {
        this.graph = graph;
        this.all = all;
        int items = graph.items().size();
        this.columns = items <= FEW ? NARROW : Math.max(NARROW, (int) Math.sqrt(items / 2.0));
    }

    Drawing draw() {
        number();
        lines();
        imply();
        rows();
        points();
        order();
        place();
        return picture();
    }

    /** Numbers the items so that each comes after all that it waits for. */
    private void number() {
        for (String code : graph.inOrder()) {
            nodes.put(code, new Node(code, nodes.size()));
        }
        // What would be in a circle, which the tables refuse, comes last and is drawn all the same.
        for (String code : graph.items().keySet()) {
            nodes.computeIfAbsent(code, same -> new Node(code, nodes.size()));
        }
    }

    private Node node(String code) {
        Node node = nodes.get(code);
        if (node == null) {
            throw new IllegalArgumentException(code);
        }
        return node;
    }

    private void lines() {
        Map<List<String>, Line> pairs = new LinkedHashMap<>();
        for (Link link : graph.links()) {
            Node from = node(link.from());
            Node to = node(link.to());
            if (from.number < to.number) {
                pairs.computeIfAbsent(List.of(link.from(), link.to()), pair -> new Line(from, to))
                        .links
                        .add(link);
            }
        }
        lines.addAll(pairs.values());
        lines.sort(
                Comparator.comparingInt((Line line) -> line.from.number)
                        .thenComparingInt(line -> line.to.number));
    }

    /** Leaves out what other lines imply. */
    private void imply() {
        Map<Node, List<Line>> out = new HashMap<>();
        lines.forEach(line -> out.computeIfAbsent(line.from, from -> new ArrayList<>()).add(line));
        Map<Node, BitSet> reached = new HashMap<>();
        List<Line> implied = new ArrayList<>();
        for (Node node : nodes.sequencedValues().reversed()) {
            BitSet reach = new BitSet();
            for (Line line : out.getOrDefault(node, List.of())) {
                if (reach.get(line.to.number)) {
                    implied.add(line);
                } else {
                    reach.set(line.to.number);
                    reach.or(reached.getOrDefault(line.to, new BitSet()));
                }
            }
            reached.put(node, reach);
        }
        if (!all) {
            hidden = implied.size();
            lines.removeAll(new HashSet<>(implied));
        }
        for (Line line : lines) {
            line.from.below.add(line.to);
            line.to.above.add(line.from);
        }
    }

    /** As many items in a row as it is wide, what the longest way follows first. */
    private void rows() {
        Map<Node, Integer> height = new HashMap<>();
        for (Node node : nodes.sequencedValues().reversed()) {
            height.put(
                    node,
                    1
                            + node.below.stream()
                                    .mapToInt(to -> height.getOrDefault(to, 0))
                                    .max()
                                    .orElse(0));
        }
        Map<Node, Integer> open = new HashMap<>();
        List<Node> ready = new ArrayList<>();
        for (Node node : nodes.values()) {
            open.put(node, node.above.size());
            if (node.above.isEmpty() && node.below.isEmpty()) {
                alone.add(node);
            } else if (node.above.isEmpty()) {
                ready.add(node);
            }
        }
        Comparator<Node> turn =
                Comparator.comparingInt((Node node) -> -height.getOrDefault(node, 0))
                        .thenComparingInt(node -> node.number);
        while (!ready.isEmpty()) {
            ready.sort(turn);
            List<Node> row = new ArrayList<>(ready.subList(0, Math.min(columns, ready.size())));
            ready.removeAll(row);
            row.forEach(node -> node.row = rows.size());
            rows.add(row);
            for (Node node : row) {
                for (Node later : node.below) {
                    if (open.merge(later, -1, Integer::sum) == 0) {
                        ready.add(later);
                    }
                }
            }
        }
        sink();
    }

    /** What waits for little and is waited for late goes down to where it is needed. */
    private void sink() {
        List<Node> upwards =
                nodes.values().stream()
                        .filter(node -> !node.below.isEmpty())
                        .sorted(
                                Comparator.comparingInt((Node node) -> -node.row)
                                        .thenComparingInt(node -> -node.number))
                        .toList();
        for (Node node : upwards) {
            int latest = node.below.stream().mapToInt(to -> to.row).min().orElse(node.row + 1) - 1;
            if (node.above.size() > node.below.size()) {
                continue;
            }
            while (latest > node.row && rows.get(latest).size() >= columns) {
                latest--;
            }
            if (latest > node.row) {
                rows.get(node.row).remove(node);
                node.row = latest;
                rows.get(latest).add(node);
            }
        }
        rows.removeIf(List::isEmpty);
        for (int row = 0; row < rows.size(); row++) {
            for (Node node : rows.get(row)) {
                node.row = row;
            }
        }
    }

    /** One point per row for all lines of a kind that begin at the same item. */
    private void points() {
        nodes.values()
                .forEach(
                        node -> {
                            node.above.clear();
                            node.below.clear();
                        });
        Map<List<Object>, Node> trunks = new HashMap<>();
        for (Line line : lines) {
            List<Node> way = new ArrayList<>(List.of(line.from));
            for (int row = line.from.row + 1; row < line.to.row; row++) {
                int at = row;
                Node last = way.getLast();
                Node point =
                        trunks.computeIfAbsent(
                                List.of(line.from.number, style(line), row),
                                trunk -> {
                                    Node fresh = new Node(null, line.from.number);
                                    fresh.row = at;
                                    rows.get(at).add(fresh);
                                    join(last, fresh);
                                    return fresh;
                                });
                way.add(point);
            }
            join(way.getLast(), line.to);
            way.add(line.to);
            line.way = way;
        }
    }

    private static int style(Line line) {
        return line.links.stream().mapToInt(link -> link.kind().ordinal()).min().orElse(0);
    }

    private static void join(Node upper, Node lower) {
        upper.below.add(lower);
        lower.above.add(upper);
    }

    private void order() {
        for (List<Node> row : rows) {
            row.sort(Comparator.comparingInt(node -> node.number));
            settle(row);
        }
        int turns = nodes.size() > MANY ? 6 : 24;
        int best = crossings();
        List<List<Node>> kept = copy();
        for (int turn = 0; turn < turns && best > 0; turn++) {
            sweep(turn % 2 == 0);
            int now = crossings();
            if (now < best) {
                best = now;
                kept = copy();
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            rows.set(row, kept.get(row));
            settle(rows.get(row));
        }
    }

    private List<List<Node>> copy() {
        List<List<Node>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private static void settle(List<Node> row) {
        for (int place = 0; place < row.size(); place++) {
            row.get(place).place = place;
        }
    }

    private void sweep(boolean down) {
        for (int i = 1; i < rows.size(); i++) {
            List<Node> row = rows.get(down ? i : rows.size() - 1 - i);
            for (Node node : row) {
                List<Node> others = down ? node.above : node.below;
                node.sort =
                        others.stream().mapToInt(other -> other.place).average().orElse(node.place);
            }
            row.sort(Comparator.comparingDouble(node -> node.sort));
            settle(row);
        }
    }

    private int crossings() {
        int crossings = 0;
        for (List<Node> row : rows) {
            List<int[]> ends = new ArrayList<>();
            int most = 0;
            for (Node node : row) {
                for (Node lower : node.below) {
                    ends.add(new int[] {node.place, lower.place});
                    most = Math.max(most, lower.place);
                }
            }
            ends.sort(
                    Comparator.comparingInt((int[] end) -> end[0]).thenComparingInt(end -> end[1]));
            crossings += inversions(ends, most + 1);
        }
        return crossings;
    }

    /** How many pairs stand the other way round below, by a tree of sums. */
    private static int inversions(List<int[]> ends, int size) {
        int[] tree = new int[size + 1];
        int inversions = 0;
        for (int seen = 0; seen < ends.size(); seen++) {
            int place = ends.get(seen)[1] + 1;
            int notRight = 0;
            for (int at = place; at > 0; at -= at & -at) {
                notRight += tree[at];
            }
            inversions += seen - notRight;
            for (int at = place; at <= size; at += at & -at) {
                tree[at]++;
            }
        }
        return inversions;
    }

    /** Moves each towards the mean of its neighbours, as far as the order and the width allow. */
    private void place() {
        for (List<Node> row : rows) {
            double x = 0;
            for (Node node : row) {
                node.x = x + node.width() / 2.0;
                x += node.width() + GAP;
            }
            double middle = x / 2;
            row.forEach(node -> node.x -= middle);
        }
        int turns = nodes.size() > MANY ? 8 : 30;
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < rows.size(); i++) {
                boolean down = turn % 2 == 0;
                move(rows.get(down ? i : rows.size() - 1 - i), down, turn >= turns - 2);
            }
        }
    }

    private static void move(List<Node> row, boolean down, boolean both) {
        int size = row.size();
        double[] wish = new double[size];
        double[] weight = new double[size];
        double offset = 0;
        double[] offsets = new double[size];
        for (int i = 0; i < size; i++) {
            Node node = row.get(i);
            if (i > 0) {
                offset += (row.get(i - 1).width() + node.width()) / 2.0 + GAP;
            }
            offsets[i] = offset;
            List<Node> near = new ArrayList<>(down ? node.above : node.below);
            if (both || near.isEmpty()) {
                near.addAll(down ? node.below : node.above);
            }
            wish[i] = near.stream().mapToDouble(other -> other.x).average().orElse(node.x) - offset;
            weight[i] = node.code == null ? 4 : 1;
        }
        double[] places = rising(wish, weight);
        for (int i = 0; i < size; i++) {
            row.get(i).x = places[i] + offsets[i];
        }
    }

    /** The rising numbers that are nearest to those wished for (pool adjacent violators). */
    private static double[] rising(double[] wish, double[] weight) {
        double[] mean = new double[wish.length];
        double[] sum = new double[wish.length];
        int[] count = new int[wish.length];
        int blocks = 0;
        for (int i = 0; i < wish.length; i++) {
            mean[blocks] = wish[i];
            sum[blocks] = weight[i];
            count[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                double together = sum[blocks - 2] + sum[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * sum[blocks - 2] + mean[blocks - 1] * sum[blocks - 1])
                                / together;
                sum[blocks - 2] = together;
                count[blocks - 2] += count[blocks - 1];
                blocks--;
            }
        }
        double[] rising = new double[wish.length];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(rising, at, at + count[block], mean[block]);
            at += count[block];
        }
        return rising;
    }

    private Drawing picture() {
        double least =
                rows.stream()
                        .flatMap(List::stream)
                        .mapToDouble(node -> node.x - node.width() / 2.0)
                        .min()
                        .orElse(0);
        for (List<Node> row : rows) {
            row.forEach(node -> node.x += EDGE - least);
        }
        List<Box> boxes = new ArrayList<>();
        for (Node node : nodes.values()) {
            if (!alone.contains(node)) {
                boxes.add(box(node, node.x, node.row));
            }
        }
        int across = Math.max(1, Math.min(columns, alone.size()));
        for (int i = 0; i < alone.size(); i++) {
            double x = EDGE + Drawing.WIDE / 2.0 + i % across * (Drawing.WIDE + GAP);
            boxes.add(box(alone.get(i), x, rows.size() + i / across));
        }
        int right = boxes.stream().mapToInt(box -> box.x() + Drawing.WIDE).max().orElse(0);
        int points =
                (int)
                        rows.stream()
                                .flatMap(List::stream)
                                .mapToDouble(node -> node.x + node.width() / 2.0)
                                .max()
                                .orElse(0);
        int bottom = boxes.stream().mapToInt(box -> box.y() + Drawing.HIGH).max().orElse(0);
        return new Drawing(Math.max(right, points) + EDGE, bottom + EDGE, boxes, curves(), hidden);
    }

    private static int top(int row) {
        return EDGE + row * (Drawing.HIGH + BETWEEN);
    }

    private static Box box(Node node, double x, int row) {
        return new Box(
                Objects.requireNonNull(node.code),
                (int) Math.round(x - Drawing.WIDE / 2.0),
                top(row));
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (Line line : lines) {
            Node first = line.from;
            StringBuilder path = new StringBuilder();
            int x = port(first, first.below, line.way.get(1));
            int y = top(first.row) + Drawing.HIGH;
            path.append('M').append(x).append(' ').append(y);
            for (int i = 1; i < line.way.size(); i++) {
                Node next = line.way.get(i);
                boolean last = i == line.way.size() - 1;
                int right =
                        last
                                ? port(next, next.above, line.way.get(i - 1))
                                : (int) Math.round(next.x);
                int down = top(next.row);
                bend(path, x, y, right, last ? down - 1 : down);
                if (!last) {
                    path.append('V').append(down + Drawing.HIGH);
                }
                x = right;
                y = down + Drawing.HIGH;
            }
            curves.add(
                    new Curve(
                            Objects.requireNonNull(first.code),
                            Objects.requireNonNull(line.to.code),
                            line.links,
                            path.toString()));
        }
        return curves;
    }

    private static void bend(StringBuilder path, int x, int y, int right, int down) {
        int middle = (y + down) / 2;
        path.append('C').append(x).append(' ').append(middle);
        path.append(' ').append(right).append(' ').append(middle);
        path.append(' ').append(right).append(' ').append(down);
    }

    /** Where a line leaves or reaches a box: side by side, in the order of where they come from. */
    private static int port(Node node, List<Node> neighbours, Node neighbour) {
        List<Node> ordered =
                neighbours.stream()
                        .distinct()
                        .sorted(Comparator.comparingDouble((Node other) -> other.x))
                        .toList();
        double apart =
                Math.min(PORT, (Drawing.WIDE - PORT) / (double) Math.max(1, ordered.size() - 1));
        double first = node.x - apart * (ordered.size() - 1) / 2;
        return (int) Math.round(first + apart * ordered.indexOf(neighbour));
    }
}

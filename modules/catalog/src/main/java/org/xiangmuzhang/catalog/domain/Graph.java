package org.xiangmuzhang.catalog.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which comes before which. */
final class Graph {

    /** One link, and the row that states it. */
    record Edge(String from, String to, Table table, Row row, String column) {}

    private final Map<String, List<Edge>> outgoing = new LinkedHashMap<>();

    Graph(Collection<Edge> edges) {
        for (Edge edge : edges) {
            outgoing.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
        }
    }

    /** The order of the items and the links that materials make. */
    static Graph ofItems(Library library) {
        List<Edge> edges = new ArrayList<>();
        for (Row row : library.rows(Table.ITEM_DEPENDENCIES)) {
            edges.add(
                    new Edge(
                            row.get("from_item"),
                            row.get("to_item"),
                            Table.ITEM_DEPENDENCIES,
                            row,
                            "from_item"));
        }
        for (Row row : library.rows(Table.ITEM_MATERIALS)) {
            for (String producer : row.list("produced_by_item")) {
                edges.add(
                        new Edge(
                                producer,
                                row.get("item_code"),
                                Table.ITEM_MATERIALS,
                                row,
                                "produced_by_item"));
            }
        }
        return new Graph(edges);
    }

    /**
     * The same without what a package may put off: a material that may come later or from another
     * item, and an order that merging relaxes.
     */
    Graph binding() {
        return new Graph(edges().stream().filter(Graph::binds).toList());
    }

    private static boolean binds(Edge edge) {
        Row row = edge.row();
        return edge.table() == Table.ITEM_MATERIALS
                ? row.get("deferrable").equals("no") && row.list("produced_by_item").size() == 1
                : !row.get("relaxable_by").equals("MERGE");
    }

    /** The same with an item in the place of all that it stands for. */
    Graph merged(Collection<String> replaced, String code) {
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : edges()) {
            String from = replaced.contains(edge.from()) ? code : edge.from();
            String to = replaced.contains(edge.to()) ? code : edge.to();
            if (!from.equals(to)) {
                edges.add(new Edge(from, to, edge.table(), edge.row(), edge.column()));
            }
        }
        return new Graph(edges);
    }

    /** The same with a first item before others. */
    Graph led(String first, Collection<String> others, Row row) {
        List<Edge> edges = new ArrayList<>(edges());
        others.forEach(code -> edges.add(new Edge(first, code, Table.PACKAGES, row, "item_codes")));
        return new Graph(edges);
    }

    private List<Edge> edges() {
        return outgoing.values().stream().flatMap(List::stream).toList();
    }

    /** The items of a circle in their order, the first once more at the end. */
    static List<String> codes(List<Edge> circle) {
        return Stream.concat(circle.stream().map(Edge::from), Stream.of(circle.getLast().to()))
                .toList();
    }

    /** What belongs to what: regions or industries. */
    static Graph ofParents(Library library, Table table, String key) {
        return new Graph(
                library.rows(table).stream()
                        .filter(row -> row.has("parent_code"))
                        .map(
                                row ->
                                        new Edge(
                                                row.get("parent_code"),
                                                row.get(key),
                                                table,
                                                row,
                                                "parent_code"))
                        .toList());
    }

    /** The edges of one cycle in their order, if there is any; one of two items before others. */
    Optional<List<Edge>> cycle() {
        Optional<List<Edge>> mutual =
                edges().stream()
                        .filter(edge -> !edge.from().equals(edge.to()))
                        .flatMap(
                                edge ->
                                        outgoing.getOrDefault(edge.to(), List.of()).stream()
                                                .filter(back -> back.to().equals(edge.from()))
                                                .map(back -> List.of(edge, back)))
                        .findFirst();
        if (mutual.isPresent()) {
            return mutual;
        }
        Set<String> done = new HashSet<>();
        for (String root : outgoing.keySet()) {
            Optional<List<Edge>> found = cycleFrom(root, done);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Edge>> cycleFrom(String root, Set<String> done) {
        Deque<Iterator<Edge>> open = new ArrayDeque<>();
        List<Edge> path = new ArrayList<>();
        List<String> nodes = new ArrayList<>(List.of(root));
        open.push(edges(root));
        while (!open.isEmpty()) {
            Iterator<Edge> next = open.element();
            if (!next.hasNext()) {
                open.pop();
                done.add(nodes.removeLast());
                if (!path.isEmpty()) {
                    path.removeLast();
                }
                continue;
            }
            Edge edge = next.next();
            int seen = nodes.indexOf(edge.to());
            if (seen >= 0) {
                path.add(edge);
                return Optional.of(List.copyOf(path.subList(seen, path.size())));
            }
            if (!done.contains(edge.to())) {
                path.add(edge);
                nodes.add(edge.to());
                open.push(edges(edge.to()));
            }
        }
        return Optional.empty();
    }

    private Iterator<Edge> edges(String from) {
        return outgoing.getOrDefault(from, List.of()).iterator();
    }
}

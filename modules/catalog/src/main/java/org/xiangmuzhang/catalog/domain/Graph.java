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

    /** The edges of one cycle in their order, if there is any. */
    Optional<List<Edge>> cycle() {
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

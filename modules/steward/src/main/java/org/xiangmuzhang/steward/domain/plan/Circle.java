package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.domain.plan.Network.Link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds a way that leads back to where it began. */
final class Circle {

    private final Map<String, List<String>> after = new HashMap<>();
    private final Set<String> left = new HashSet<>();

    private Circle(Network network) {
        for (Link link : network.links()) {
            after.computeIfAbsent(link.from(), code -> new ArrayList<>()).add(link.to());
        }
    }

    /** Codes of a circle, the first again at its end; empty when there is none. */
    static String in(Network network) {
        var search = new Circle(network);
        return network.links().stream()
                .map(link -> search.from(link.from()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> String.join(" → ", found))
                .orElse("");
    }

    /** Goes on as far as it can, and back from where there is no way on. */
    private List<String> from(String first) {
        List<String> path = new ArrayList<>(List.of(first));
        while (!path.isEmpty()) {
            String next = next(path.getLast());
            if (next == null) {
                left.add(path.removeLast());
            } else if (path.contains(next)) {
                path.add(next);
                return path.subList(path.indexOf(next), path.size());
            } else {
                path.add(next);
            }
        }
        return path;
    }

    private @Nullable String next(String code) {
        return after.getOrDefault(code, List.of()).stream()
                .filter(next -> !left.contains(next))
                .findFirst()
                .orElse(null);
    }
}

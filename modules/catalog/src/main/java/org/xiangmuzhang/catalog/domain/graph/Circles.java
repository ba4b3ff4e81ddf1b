package org.xiangmuzhang.catalog.domain.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** Items that, one by one, wait for themselves. */
public final class Circles {

    private final Map<String, ? extends Collection<String>> waits;
    private final Set<String> done = new HashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    /**
     * @param waits what each item waits for; one that is not there waits for nothing
     */
    public Circles(Map<String, ? extends Collection<String>> waits) {
        this.waits = waits;
    }

    /**
     * At most so many, each from an item back to itself in the order of doing; those of two items
     * come first.
     */
    public List<List<String>> find(int most) {
        mutual(most);
        for (String code : waits.keySet()) {
            if (found.size() < most && !done.contains(code)) {
                from(code, most);
            }
        }
        return found;
    }

    /** A way through items as a sentence shows it. */
    public static String path(Collection<String> codes) {
        return String.join(" → ", codes);
    }

    /** Whether a circle is two items that are each other's precondition. */
    public static boolean isMutual(List<String> circle) {
        return circle.size() == 3;
    }

    private void mutual(int most) {
        waits.forEach(
                (code, before) -> {
                    for (String earlier : before) {
                        Collection<String> back = waits.get(earlier);
                        if (found.size() < most
                                && earlier.compareTo(code) < 0
                                && back != null
                                && back.contains(code)) {
                            found.add(List.of(earlier, code, earlier));
                        }
                    }
                });
    }

    private void from(String root, int most) {
        SequencedSet<String> way = new LinkedHashSet<>(List.of(root));
        Deque<Iterator<String>> open = new ArrayDeque<>();
        open.push(before(root));
        while (!open.isEmpty() && found.size() < most) {
            if (!open.element().hasNext()) {
                open.pop();
                done.add(way.removeLast());
                continue;
            }
            String next = open.element().next();
            if (way.contains(next)) {
                List<String> circle = circle(way, next);
                if (!isMutual(circle)) {
                    found.add(circle);
                }
            } else if (!done.contains(next)) {
                way.add(next);
                open.push(before(next));
            }
        }
    }

    private Iterator<String> before(String code) {
        Collection<String> before = waits.get(code);
        return before == null ? Collections.emptyIterator() : before.iterator();
    }

    private static List<String> circle(SequencedSet<String> way, String back) {
        List<String> codes = new ArrayList<>(way);
        List<String> circle = new ArrayList<>(codes.subList(codes.indexOf(back), codes.size()));
        circle.add(back);
        Collections.reverse(circle);
        return circle;
    }
}

package org.xiangmuzhang.catalog.domain.guidance;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Question.Way;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Where one gets from where in a guide. Looks at ways and never lists paths. */
final class Roads {

    private final List<Question> questions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Way>> ways = new ArrayList<>();
    private final List<BitSet> reached = new ArrayList<>();

    Roads(Guide guide) {
        questions = guide.questions();
        for (Question question : questions) {
            numbers.put(question.code(), numbers.size());
            ways.add(question.ways());
        }
        for (int i = 0; i < questions.size(); i++) {
            reached.add(reachedFrom(i));
        }
    }

    List<Way> ways(Question question) {
        return ways.get(number(question.code()));
    }

    boolean leadsSomewhere(Way way) {
        return Guide.END.equals(way.to()) || numbers.containsKey(way.to());
    }

    /** Whether the question is the first one, or some path from there leads to it. */
    boolean isReached(Question question) {
        return reached.getFirst().get(number(question.code()));
    }

    /** Questions that come at or after the one to which the way leads. */
    BitSet after(Way way) {
        Integer to = numbers.get(way.to());
        return to == null ? new BitSet() : reached.get(to);
    }

    int number(String question) {
        return numbers.getOrDefault(question, -1);
    }

    Question question(int number) {
        return questions.get(number);
    }

    private BitSet reachedFrom(int start) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen.set(start);
        while (!open.isEmpty()) {
            for (Way way : ways.get(open.remove())) {
                Integer to = numbers.get(way.to());
                if (to != null && !seen.get(to)) {
                    seen.set(to);
                    open.add(to);
                }
            }
        }
        return seen;
    }

    /** The shortest path from one question to another; nothing when it is the same. */
    List<Step> between(String from, String to) {
        return shortest(from, to, way -> true).orElse(List.of());
    }

    /** The shortest path from the first question to this one. */
    List<Step> to(Question question) {
        return between(questions.getFirst().code(), question.code());
    }

    /** The shortest path from the first question to the end by ways of this kind only. */
    Optional<List<Step>> toEnd(Predicate<Way> allowed) {
        return shortest(questions.getFirst().code(), Guide.END, allowed);
    }

    private Optional<List<Step>> shortest(String from, String to, Predicate<Way> allowed) {
        Map<String, Way> came = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>(Set.of(from));
        while (!seen.contains(to) && !open.isEmpty()) {
            int at = number(open.remove());
            for (Way way : at < 0 ? List.<Way>of() : ways.get(at)) {
                String next = way.to();
                if (next != null && leadsSomewhere(way) && allowed.test(way) && seen.add(next)) {
                    came.put(next, way);
                    open.add(next);
                }
            }
        }
        return seen.contains(to) ? Optional.of(steps(came, to)) : Optional.empty();
    }

    private static List<Step> steps(Map<String, Way> came, String to) {
        List<Step> steps = new ArrayList<>();
        for (Way way = came.get(to); way != null; way = came.get(way.from().code())) {
            steps.add(way.step());
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The ways of one circle in their order, if there is any. */
    Optional<List<Step>> circle() {
        BitSet done = new BitSet();
        for (int root = 0; root < questions.size(); root++) {
            List<Step> found = done.get(root) ? null : circleFrom(root, done);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private @Nullable List<Step> circleFrom(int root, BitSet done) {
        Deque<Iterator<Way>> open = new ArrayDeque<>(List.of(ways.get(root).iterator()));
        List<Integer> nodes = new ArrayList<>(List.of(root));
        List<Step> path = new ArrayList<>();
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                done.set(nodes.removeLast());
                if (!path.isEmpty()) {
                    path.removeLast();
                }
                continue;
            }
            Way way = open.element().next();
            Integer to = numbers.get(way.to());
            if (to == null || done.get(to)) {
                continue;
            }
            path.add(way.step());
            int seen = nodes.indexOf(to);
            if (seen >= 0) {
                return path.subList(seen, path.size());
            }
            nodes.add(to);
            open.push(ways.get(to).iterator());
        }
        return null;
    }
}

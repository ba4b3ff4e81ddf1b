package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Gap;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.Question;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A guide as a picture: questions in rows by how many answers lead to them, from top to bottom. Of
 * a long guide only what lies around one question is drawn.
 *
 * @param whole whether every question is on it
 */
public record GuideDrawing(
        int width, int height, List<Box> boxes, List<Line> lines, boolean whole) {

    private static final int MOST = 60;
    private static final int WIDE = 132;
    private static final int HIGH = 34;
    private static final int APART = 20;
    private static final int BELOW = 62;

    /**
     * One question, or the end.
     *
     * @param code empty for the end
     */
    public record Box(String code, int x, int y, boolean current, boolean wrong) {}

    /** From one to another; bent where it leads back or past others. */
    public record Line(String path) {}

    static GuideDrawing of(Guide guide, @Nullable String current, List<Gap> gaps) {
        Map<String, Set<String>> next = next(guide);
        boolean whole = guide.questions().size() <= MOST;
        Set<String> drawn = whole ? next.keySet() : around(guide, current, next);
        Map<String, Integer> rows = rows(guide, drawn, next);
        Set<String> wrong =
                gaps.stream()
                        .flatMap(
                                gap ->
                                        gap.path().isEmpty()
                                                ? List.of(gap.subject()).stream()
                                                : List.of(gap.path().getLast().question()).stream())
                        .collect(Collectors.toSet());
        Map<Integer, Integer> filled = new HashMap<>();
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> row : rows.entrySet()) {
            int column = filled.merge(row.getValue(), 1, Integer::sum) - 1;
            boxes.put(
                    row.getKey(),
                    new Box(
                            row.getKey().equals(Guide.END) ? "" : row.getKey(),
                            APART + column * (WIDE + APART),
                            8 + row.getValue() * BELOW,
                            row.getKey().equals(current),
                            wrong.contains(row.getKey())));
        }
        List<Line> lines = new ArrayList<>();
        boxes.forEach(
                (code, box) ->
                        next.getOrDefault(code, Set.of()).stream()
                                .map(boxes::get)
                                .filter(to -> to != null)
                                .forEach(to -> lines.add(line(box, to))));
        int columns = filled.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        int deepest = rows.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new GuideDrawing(
                APART + columns * (WIDE + APART),
                deepest * BELOW + HIGH + 16,
                List.copyOf(boxes.values()),
                lines,
                whole);
    }

    private static Map<String, Set<String>> next(Guide guide) {
        Map<String, Set<String>> next = new LinkedHashMap<>();
        for (Question question : guide.questions()) {
            Set<String> to = next.computeIfAbsent(question.code(), same -> new LinkedHashSet<>());
            question.answers().stream()
                    .map(answer -> answer.next() == null ? question.next() : answer.next())
                    .filter(code -> code != null)
                    .forEach(to::add);
            if (question.answers().isEmpty() && question.next() != null) {
                to.add(question.next());
            }
        }
        next.put(Guide.END, Set.of());
        return next;
    }

    /** The question with those two steps before and after it, as far as there is room. */
    private static Set<String> around(
            Guide guide, @Nullable String current, Map<String, Set<String>> next) {
        String middle =
                current == null || !next.containsKey(current)
                        ? guide.questions().getFirst().code()
                        : current;
        Map<String, Set<String>> before = new HashMap<>();
        next.forEach(
                (from, all) ->
                        all.forEach(
                                to ->
                                        before.computeIfAbsent(to, same -> new LinkedHashSet<>())
                                                .add(from)));
        Set<String> drawn = new LinkedHashSet<>(Set.of(middle));
        for (Map<String, Set<String>> edges : List.of(next, before)) {
            Set<String> edge = Set.of(middle);
            for (int step = 0; step < 2; step++) {
                edge =
                        edge.stream()
                                .filter(code -> !code.equals(Guide.END))
                                .flatMap(code -> edges.getOrDefault(code, Set.of()).stream())
                                .limit(MOST / 4)
                                .collect(Collectors.toCollection(LinkedHashSet::new));
                drawn.addAll(edge);
            }
        }
        return drawn;
    }

    /**
     * Each in the row after the nearest that leads to it; those that nothing leads to come last.
     */
    private static Map<String, Integer> rows(
            Guide guide, Set<String> drawn, Map<String, Set<String>> next) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Question question : guide.questions()) {
            if (drawn.contains(question.code()) && !rows.containsKey(question.code())) {
                int row = rows.values().stream().mapToInt(it -> it + 1).max().orElse(0);
                rows.put(question.code(), row);
                open.add(question.code());
            }
            while (!open.isEmpty()) {
                String code = open.remove();
                int row = rows.getOrDefault(code, 0) + 1;
                for (String to : next.getOrDefault(code, Set.of())) {
                    if (!to.equals(Guide.END)
                            && drawn.contains(to)
                            && next.containsKey(to)
                            && rows.putIfAbsent(to, row) == null) {
                        open.add(to);
                    }
                }
            }
        }
        if (drawn.contains(Guide.END)) {
            rows.put(Guide.END, rows.values().stream().mapToInt(it -> it + 1).max().orElse(0));
        }
        return rows;
    }

    private static Line line(Box from, Box to) {
        int x = from.x() + WIDE / 2;
        int y = from.y() + HIGH;
        int right = to.x() + WIDE / 2;
        int down = to.y();
        if (down == y - HIGH + BELOW) {
            return new Line("M%d %dL%d %d".formatted(x, y, right, down));
        }
        int side = Math.max(x, right) + WIDE / 2 + APART / 2;
        return new Line(
                "M%d %dC%d %d %d %d %d %d"
                        .formatted(x, y, side, y + APART, side, down - APART, right, down));
    }
}

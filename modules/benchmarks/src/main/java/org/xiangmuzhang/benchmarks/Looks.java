package org.xiangmuzhang.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What was seen of the log and of its consumers, moment after moment. */
final class Looks {

    private final List<Look> looks = new CopyOnWriteArrayList<>();

    /**
     * At which moment the log ended where, and up to where each consumer had come.
     *
     * @param positions of at least one consumer
     */
    record Look(long nanos, long head, Map<String, Long> positions) {

        long slowest() {
            return positions.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        }

        long behind(String consumer) {
            return head - positions.getOrDefault(consumer, 0L);
        }
    }

    void add(Look look) {
        looks.add(look);
    }

    /** When every consumer had what was in the log at a moment; empty when that never came. */
    OptionalLong held(long moment) {
        long head =
                looks.stream()
                        .filter(look -> look.nanos >= moment)
                        .mapToLong(Look::head)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
        return looks.stream()
                .filter(look -> look.nanos >= moment && look.slowest() >= head)
                .mapToLong(Look::nanos)
                .findFirst();
    }

    /** Events that the slowest consumer was behind on the average, in a part of the time. */
    double behind(int part, int parts) {
        int size = looks.size() / parts;
        return looks.stream()
                .skip((long) part * size)
                .limit(size)
                .mapToLong(look -> look.head - look.slowest())
                .average()
                .orElse(Double.NaN);
    }

    /** Events that a consumer was behind on the average. */
    double behind(String consumer) {
        return looks.stream().mapToLong(look -> look.behind(consumer)).average().orElse(Double.NaN);
    }

    /** Who was most behind, on the average. */
    String slowest() {
        return looks.stream()
                .flatMap(look -> look.positions.keySet().stream())
                .distinct()
                .max(Comparator.comparingDouble(this::behind))
                .orElseThrow();
    }

    /** In the order of their names. */
    Stream<String> consumers() {
        return looks.stream().flatMap(look -> look.positions.keySet().stream()).distinct().sorted();
    }

    /**
     * Whether the backlog of the last third is longer than that of the first by more than comes
     * within a second: what consumers only just keep up with moves to and fro by less.
     *
     * @param eventsPerSecond what the log grew by
     */
    boolean backlogGrows(double eventsPerSecond) {
        return behind(2, 3) - behind(0, 3) > eventsPerSecond;
    }
}

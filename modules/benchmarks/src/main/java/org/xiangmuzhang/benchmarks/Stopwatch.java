package org.xiangmuzhang.benchmarks;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** How long each command took, of all clients together. */
final class Stopwatch {

    private final Queue<Lap> laps = new ConcurrentLinkedQueue<>();

    private record Lap(String command, double millis) {}

    <T> T time(String command, Supplier<T> act) {
        long began = System.nanoTime();
        T answer = act.get();
        laps.add(new Lap(command, (System.nanoTime() - began) / 1e6));
        return answer;
    }

    int count() {
        return laps.size();
    }

    /** In milliseconds, by command. */
    Map<String, Percentiles> byCommand() {
        Map<String, Percentiles> found = new TreeMap<>();
        laps.stream()
                .map(Lap::command)
                .distinct()
                .forEach(
                        command ->
                                found.put(
                                        command,
                                        Percentiles.of(
                                                laps.stream()
                                                        .filter(lap -> lap.command.equals(command))
                                                        .mapToDouble(Lap::millis))));
        return found;
    }
}

package org.xiangmuzhang.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One value for each figure and run; printed as the median and the spread. */
final class Figures {

    static final String CASES = "cases per second";
    static final String EVENTS = "events per second";
    static final String FLOWABLE = "Flowable, cases per second";
    static final String PGBENCH = "pgbench without the mark, rows per second";
    static final String MARKED = "pgbench with the mark, rows per second";
    static final String PARSED = "reading and parsing, events per second";
    static final String LEDGER = "time ledger made anew, events per second";

    private final Map<String, List<Double>> byName = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    void add(String name, double value) {
        byName.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    /** One sentence for each run, beside its numbers. */
    void say(String sentence) {
        said.add(sentence);
    }

    /** Markdown. */
    String print() {
        StringBuilder page = new StringBuilder("| figure | median | from | to |\n");
        page.append("| --- | ---: | ---: | ---: |\n");
        byName.forEach((name, values) -> page.append(row(name, values)));
        page.append("\n| ratio | median | from | to | target |\n");
        page.append("| --- | ---: | ---: | ---: | ---: |\n");
        page.append(ratio("cases of Flowable", CASES, FLOWABLE, "3, stretch 8"));
        page.append(ratio("rows of pgbench", EVENTS, PGBENCH, "0.35"));
        page.append(ratio("pgbench with the mark, of without", MARKED, PGBENCH, "0.65"));
        page.append(ratio("the ledger made anew, of reading and parsing", LEDGER, PARSED, "0.15"));
        for (int run = 1; run <= said.size(); run++) {
            page.append("\nRun %d: %s\n".formatted(run, said.get(run - 1)));
        }
        return page.toString();
    }

    private String ratio(String name, String of, String to, String target) {
        List<Double> upper = byName.getOrDefault(of, List.of());
        List<Double> lower = byName.getOrDefault(to, List.of());
        if (upper.isEmpty() || upper.size() != lower.size()) {
            return "| " + name + " | not measured | | | " + target + " |\n";
        }
        List<Double> ratios =
                IntStream.range(0, upper.size())
                        .mapToObj(run -> upper.get(run) / lower.get(run))
                        .toList();
        return row(name, ratios).replaceAll("\n$", " " + target + " |\n");
    }

    private static String row(String name, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        number(sorted.get(sorted.size() / 2)),
                        number(sorted.getFirst()),
                        number(sorted.getLast()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 20 ? "%.2f" : "%.0f", value);
    }
}

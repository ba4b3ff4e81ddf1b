package org.xiangmuzhang.benchmarks;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Conflicts;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Network;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.plan.Planner;
import org.xiangmuzhang.steward.domain.plan.Progress;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Draws plans of 60 to 4,000 items on one thread, and finds the causes of a target that cannot be
 * met; prints milliseconds as Markdown. Needs no server.
 */
public final class PlannerCommand {

    private static final int[] ITEMS = {60, 125, 250, 500, 1_000, 2_000, 4_000};
    private static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final long WARM_NANOS = 3_000_000_000L;
    private static final int TIMED = 300;

    private final Random random = new Random(11);
    private final Network network;
    private final Map<String, Progress> progress = new HashMap<>();
    private final Map<String, Stage> stages = new HashMap<>();
    private final WorkingDays calendar;

    private PlannerCommand(int items) {
        List<Network.Node> nodes = new ArrayList<>();
        List<Network.Link> links = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            Stage stage = Stage.values()[i * Stage.values().length / items];
            stages.put("I" + i, stage);
            nodes.add(Network.Node.toDo("I" + i, "1", random.nextInt(15)).of(stage));
            Set<Integer> before = new HashSet<>();
            for (int j = 0; j < 3 && i > 0; j++) {
                before.add(Math.max(0, i - 1 - random.nextInt(40)));
            }
            for (int j : before) {
                links.add(new Network.Link("I" + j, "I" + i, "LEGAL", random.nextInt(6) == 0));
            }
            if (i < items / 5) {
                progress.put("I" + i, Progress.done(START.plusDays(random.nextInt(20))));
            }
        }
        network = new Network(nodes, links);
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            exceptions.put(START.plusDays(random.nextInt(1_500)), random.nextBoolean());
        }
        calendar = new WorkingDays("drawn", exceptions, Set.of(Year.of(2026)));
    }

    public static void main(String[] arguments) {
        System.out.println("| items | links | plan, median and 99th percentile, ms | causes, ms |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int items : ITEMS) {
            System.out.println(new PlannerCommand(items).row());
        }
    }

    private String row() {
        Courses courses = courses(null);
        long warm = System.nanoTime() + WARM_NANOS;
        while (System.nanoTime() < warm) {
            draw(courses);
        }
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < TIMED; i++) {
            watch.time("plan", () -> draw(courses));
        }
        Courses early = courses(START.plusDays(60));
        Plan late = draw(early);
        for (int i = 0; i < TIMED; i++) {
            watch.time("causes", () -> Conflicts.of(late, early, stages::get, calendar));
        }
        Percentiles plan = Objects.requireNonNull(watch.byCommand().get("plan"));
        Percentiles causes = Objects.requireNonNull(watch.byCommand().get("causes"));
        return "| %,d | %,d | %.2f, %.2f | %.2f |"
                .formatted(
                        network.nodes().size(),
                        network.links().size(),
                        plan.median(),
                        plan.p99(),
                        causes.median());
    }

    private static Courses courses(@Nullable LocalDate target) {
        return new Courses(START, target, Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    private Plan draw(Courses courses) {
        return Planner.draw(network, "1", courses, progress, START.plusDays(25), calendar);
    }
}

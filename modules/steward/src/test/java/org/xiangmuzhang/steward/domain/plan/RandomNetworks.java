package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Situations drawn from a seed, so that every failure can be drawn again. */
final class RandomNetworks {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    private final Random random;

    RandomNetworks(long seed) {
        random = new Random(seed);
    }

    /** Up to {@code most} items, with links, facts, a calendar, a day and wanted dates. */
    Situation situation(int most) {
        Network network = network(most);
        WorkingDays calendar = calendar();
        LocalDate start = MONDAY.plusDays(random.nextInt(60));
        LocalDate today = start.plusDays(random.nextInt(60) - 20);
        Map<String, Progress> progress = random.nextInt(4) == 0 ? Map.of() : facts(network, today);
        return new Situation(network, courses(start), progress, today, calendar);
    }

    /** Items of 0 to 12 days; some of the links bind the end only. */
    private Network network(int most) {
        int count = 1 + random.nextInt(most);
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int days = random.nextInt(4) == 0 ? 0 : random.nextInt(13);
            nodes.add(Node.toDo("I" + i, "1", days).of(stage()));
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    links.add(new Link("I" + j, "I" + i, "LEGAL", random.nextInt(4) == 0));
                }
            }
        }
        return new Network(nodes, links);
    }

    private Stage stage() {
        return Stage.values()[random.nextInt(Stage.values().length)];
    }

    /** A plain week with days off and make-up workdays, and some of its years published. */
    private WorkingDays calendar() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            exceptions.put(MONDAY.plusDays(random.nextInt(400) - 60), random.nextBoolean());
        }
        Set<Year> published = new HashSet<>();
        for (int year = 2026; year < 2026 + random.nextInt(4); year++) {
            published.add(Year.of(year));
        }
        return new WorkingDays("drawn", exceptions, published);
    }

    private Courses courses(LocalDate start) {
        LocalDate target = random.nextInt(4) == 0 ? null : start.plusDays(random.nextInt(120));
        Map<Stage, LocalDate> stages = new EnumMap<>(Stage.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            stages.put(stage(), start.plusDays(random.nextInt(90)));
        }
        return new Courses(start, target, stages, Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    /** Done, decided elsewhere, running in time or late, standing still, simulated: any item. */
    private Map<String, Progress> facts(Network network, LocalDate today) {
        Map<String, Progress> facts = new HashMap<>();
        for (Node node : network.nodes()) {
            LocalDate begun = today.minusDays(random.nextInt(30));
            LocalDate end = begun.plusDays(random.nextInt(40));
            LocalDate past = end.isAfter(today) ? today : end;
            switch (random.nextInt(14)) {
                case 0 -> facts.put(node.code(), Progress.decided(begun, past));
                case 1 -> facts.put(node.code(), Progress.elsewhere(past));
                case 2 -> facts.put(node.code(), Progress.running(begun, end));
                case 3 -> facts.put(node.code(), Progress.paused(begun, end));
                case 4 -> facts.put(node.code(), Progress.inSimulation(begun, end));
                case 5 -> facts.put(node.code(), Progress.preApproved(begun));
                case 6 -> facts.put(node.code(), Progress.done(past));
                default -> {}
            }
        }
        return facts;
    }
}

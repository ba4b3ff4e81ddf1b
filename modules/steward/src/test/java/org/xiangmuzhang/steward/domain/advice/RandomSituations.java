package org.xiangmuzhang.steward.domain.advice;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Progress;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Small projects drawn from a seed, so that every failure can be drawn again. */
final class RandomSituations {

    static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    private static final Dependency.Relaxation[] RELAXATIONS = Dependency.Relaxation.values();
    private static final Dependency.Kind[] KINDS = Dependency.Kind.values();

    private final Random random;

    RandomSituations(long seed) {
        random = new Random(seed);
    }

    /** Up to eight items, half of the orders relaxable by simulation, later supply or parallel. */
    Situation next() {
        int count = 2 + random.nextInt(7);
        List<ProjectType.Need> needs = new ArrayList<>();
        Map<String, Item> items = new HashMap<>();
        Set<String> conditional = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Item item = item("I" + i);
            items.put(item.code(), item);
            boolean mandatory = random.nextInt(5) > 0;
            needs.add(new ProjectType.Need(item, mandatory));
            if (!mandatory && random.nextBoolean()) {
                conditional.add(item.code());
            }
        }
        List<MergedItem> merged = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            Item whole = item("M" + i);
            items.put(whole.code(), whole);
            int first = random.nextInt(count - 1);
            merged.add(
                    new MergedItem(
                            whole.code(),
                            List.of(
                                    "I" + first,
                                    "I" + (first + 1 + random.nextInt(count - first - 1)))));
        }
        List<Dependency> orders = orders(count);
        Map<String, Progress> progress = progress(count);
        return new Situation(
                type(needs, orders),
                merged,
                code -> Optional.ofNullable(items.get(code)),
                progress,
                new Courses(
                        MONDAY,
                        null,
                        conditional,
                        some(count, progress.keySet()),
                        Set.of(),
                        some(count, progress.keySet()),
                        random.nextBoolean()),
                MONDAY.plusDays(random.nextInt(20)),
                calendar());
    }

    /** None, any one, or all that have begun. */
    private Set<String> some(int count, Set<String> begun) {
        return switch (random.nextInt(4)) {
            case 0 -> Set.of("I" + random.nextInt(count));
            case 1 -> begun;
            default -> Set.of();
        };
    }

    private List<Dependency> orders(int count) {
        List<Dependency> orders = new ArrayList<>();
        for (int to = 1; to < count; to++) {
            for (int from = 0; from < to; from++) {
                if (random.nextInt(2) == 0) {
                    orders.add(order("I" + from, "I" + to, orders.size()));
                }
            }
        }
        return orders;
    }

    private Dependency order(String from, String to, int number) {
        Dependency.Kind kind = KINDS[random.nextInt(KINDS.length)];
        Dependency.Relaxation relaxation =
                random.nextBoolean()
                        ? RELAXATIONS[random.nextInt(3)]
                        : RELAXATIONS[random.nextInt(RELAXATIONS.length)];
        return new Dependency("D" + number, from, to, kind, relaxation, "always");
    }

    /** Some items have begun or are done, mostly the first. */
    private Map<String, Progress> progress(int count) {
        Map<String, Progress> progress = new HashMap<>();
        for (int i = 0; i < random.nextInt(3) && i < count; i++) {
            LocalDate start = MONDAY.minusDays(random.nextInt(10));
            progress.put(
                    "I" + (random.nextBoolean() ? i : random.nextInt(count)),
                    switch (random.nextInt(5)) {
                        case 0 -> Progress.decided(start, start.plusDays(random.nextInt(10)));
                        case 1 -> Progress.running(start, start.plusDays(random.nextInt(40)));
                        case 2 -> Progress.paused(start, start.plusDays(random.nextInt(40)));
                        case 3 -> Progress.preApproved(start);
                        default -> Progress.inSimulation(start, start.plusDays(20));
                    });
        }
        return progress;
    }

    private WorkingDays calendar() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            exceptions.put(MONDAY.plusDays(random.nextInt(200) - 20), random.nextBoolean());
        }
        return new WorkingDays("drawn", exceptions, Set.of(Year.of(2026)));
    }

    private Item item(String code) {
        int days = random.nextInt(4) == 0 ? 0 : random.nextInt(13);
        return item(code, days, random.nextInt(3) > 0, random.nextInt(3) > 0);
    }

    static Item item(String code, int days, boolean simulatable, boolean tolerant) {
        return new Item(
                code,
                "1",
                code,
                code,
                Stage.LAND_AND_PROJECT,
                "PERMIT",
                "NR",
                null,
                TimeLimit.workingDays(days),
                Set.of(),
                false,
                tolerant,
                simulatable,
                false,
                "证",
                null,
                List.of(),
                Exclusion.NONE);
    }

    static ProjectType type(List<ProjectType.Need> needs, List<Dependency> orders) {
        return new ProjectType(
                "T", "1", "类型", "type", "ENTERPRISE", "FILING", "NONE", 10, "all", needs, orders);
    }
}

package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Networks, calendars and dates drawn from a seed, so that every failure can be drawn again. */
final class RandomNetworks {

    static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    private final Random random;

    RandomNetworks(long seed) {
        random = new Random(seed);
    }

    /** Up to {@code most} items of 0 to 12 days; some of the links bind the end only. */
    Network network(int most, boolean withRelaxed) {
        int count = 1 + random.nextInt(most);
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(Node.toDo("I" + i, "1", random.nextInt(4) == 0 ? 0 : random.nextInt(13)));
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) == 0) {
                    boolean relaxed = withRelaxed && random.nextInt(4) == 0;
                    links.add(new Link("I" + j, "I" + i, "LEGAL", relaxed));
                }
            }
        }
        return new Network(nodes, links);
    }

    /** A plain week with days off and make-up workdays strewn over it. */
    WorkingDays calendar() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            exceptions.put(MONDAY.plusDays(random.nextInt(400) - 20), random.nextBoolean());
        }
        return new WorkingDays("drawn", exceptions, Set.of(Year.of(2026)));
    }

    LocalDate day() {
        return MONDAY.plusDays(random.nextInt(60));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}

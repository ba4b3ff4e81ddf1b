package org.xiangmuzhang.steward.domain.dispatch;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The agenda writes itself: what stands at the place is carried over, what is found anew comes
 * behind it; what stands elsewhere or is quiet is left out.
 */
public final class Agenda {

    private Agenda() {}

    /**
     * The lines in their order.
     *
     * @param found called up anew, each kind's most urgent first
     * @param known where the matters stand that are found or stand at the place
     */
    public static List<Line> of(
            Region place,
            LocalDate today,
            Collection<Matter> found,
            Collection<Standing> known,
            Supplier<UUID> ids) {
        Map<Matter.Key, Standing> standing = new HashMap<>();
        known.forEach(one -> standing.put(one.matter().key(), one));
        Map<Matter.Key, Matter> matters = new LinkedHashMap<>();
        known.stream()
                .filter(one -> one.place().equals(place) && one.quietUntil() == null)
                .sorted(Comparator.comparingInt(Standing::times).reversed())
                .forEach(one -> matters.put(one.matter().key(), one.matter()));
        found.stream()
                .filter(one -> mayCome(standing.get(one.key()), place, today))
                .forEach(one -> matters.putIfAbsent(one.key(), one));
        List<Line> lines = new ArrayList<>();
        matters.values().stream()
                .sorted(Comparator.comparing(Matter::kind))
                .forEach(
                        matter -> {
                            lines.add(
                                    new Line(
                                            ids.get(),
                                            lines.size() + 1,
                                            matter,
                                            times(standing.get(matter.key())) + 1,
                                            Outcome.OPEN,
                                            null,
                                            null));
                        });
        return lines;
    }

    private static int times(@Nullable Standing before) {
        return before == null || before.quietUntil() != null ? 0 : before.times();
    }

    /** Not what stands at another place, nor what is quiet after the day. */
    public static boolean mayCome(@Nullable Standing known, Region place, LocalDate today) {
        if (known == null) {
            return true;
        }
        LocalDate quiet = known.quietUntil();
        return quiet == null ? known.place().equals(place) : !quiet.isAfter(today);
    }
}

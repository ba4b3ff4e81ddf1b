package org.xiangmuzhang.supervision.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.Thresholds;
import org.xiangmuzhang.supervision.domain.Warning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where clocks and their lights are kept. */
public interface Lights {

    /** What becomes of the clocks of an item. */
    sealed interface Change {

        UUID task();

        /** A clock starts anew; it is read at the next sweep. */
        record Started(Region region, LimitClock clock, LocalDate on) implements Change {
            @Override
            public UUID task() {
                return clock.task();
            }
        }

        /** Those that run are read at the next sweep. */
        record Touched(UUID task, LocalDate on) implements Change {}

        /** They have ended and warn of nothing more. */
        record Ended(UUID task, LocalDate on) implements Change {}
    }

    /** Makes changes in their order. */
    void change(List<Change> changes);

    /** Every place where a clock runs. */
    Set<Region> places();

    /**
     * Running clocks that show the same light by whatever thresholds: of one place, with one limit
     * and one day of acceptance, that stood on the same days.
     *
     * @param one any of them
     */
    record Alike(Region region, LimitClock one, long clocks) {}

    /** All running clocks of these places, those that are alike counted together. */
    List<Alike> running(Collection<Region> places);

    /**
     * Red lights of items whose limit ended by the day that is given for their place, the longest
     * ago first; of one department or of all.
     */
    List<Warning> overdue(Map<Region, LocalDate> byPlace, @Nullable String department, int limit);

    /** How many items those are, each once, in all departments. */
    long countOverdue(Map<Region, LocalDate> byPlace);

    /**
     * Clocks that may turn by this day, or were read by another calendar or other thresholds than
     * their place's; locked for this transaction, and none that another one has locked.
     */
    List<LimitClock> due(
            LocalDate today, String calendar, Map<Region, Thresholds> thresholds, int limit);

    /** The light of a clock when it was last turned; green before. */
    Light lightOf(LimitClock clock);

    /** The light has turned. */
    void turn(Warning warning);

    /** The clock was read; null when it is not to be read until something happens. */
    void read(
            LimitClock clock, @Nullable LocalDate nextTurn, String calendar, Thresholds thresholds);

    /** Yellow, orange and red lights of these regions, or of one department or light there. */
    List<Warning> warnings(
            Set<Region> regions,
            @Nullable String department,
            @Nullable Light light,
            Warning.@Nullable Place after,
            int limit);

    /** Yellow, orange and red lights of these projects, by due date. */
    List<Warning> ofProjects(Collection<UUID> projects);

    /** The worst light of each project with a yellow, orange or red one in these regions. */
    Map<UUID, Light> lit(Collection<Region> regions);

    /** Lights of any colour of an application that runs, by due date. */
    List<Warning> ofApplication(UUID application);

    /** Lights of any colour of an item that runs. */
    List<Warning> ofTask(UUID task);
}

package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.wall.OnWall;
import org.xiangmuzhang.steward.domain.wall.WallRow;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The read model of the wall chart, by project and day; made of events alone. */
public interface Wall {

    /** What a project had become by the end of a day on which something was recorded of it. */
    record Told(OnWall project, LocalDate day, long position) {}

    /** A row with what the register knows of the project today. */
    record Entry(
            UUID project,
            String name,
            String code,
            Region region,
            String projectType,
            @Nullable String industry,
            @Nullable UUID steward,
            WallRow row,
            Key key) {}

    /** How rows are put together. */
    enum Group {
        NONE,
        PLACE,
        INDUSTRY,
        STAGE
    }

    /** Where a row stands: its group, then how little it may slip, then the project. */
    record Key(String group, int urgency, UUID project) {}

    /**
     * Which rows: those of projects that were not closed.
     *
     * @param on of the end of this day; null for what stands now
     * @param department whose the next step is, or null
     */
    record Selection(
            Set<Region> regions,
            @Nullable LocalDate on,
            @Nullable String stage,
            @Nullable String light,
            @Nullable String projectType,
            @Nullable UUID steward,
            @Nullable String department) {}

    /**
     * What a selection comes to.
     *
     * @param lights how many have each light
     * @param before how many stand before the first row of the page
     * @param from the first day of any plan or baseline
     * @param to the last one, targets included
     */
    record Totals(
            int projects,
            Map<String, Integer> lights,
            int late,
            int before,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Those that there are, by project. */
    Map<UUID, Told> projects(Collection<UUID> projects);

    /** In place of those of the same days; of each project the days in their order. */
    void put(List<Told> told);

    List<Entry> list(Selection selection, Group group, @Nullable Key after, int limit);

    /** Up to a row, it included, counts as before. */
    Totals totals(Selection selection, Group group, @Nullable Key after);

    /** Who carries a project there now, the first of them. */
    List<UUID> stewards(Set<Region> regions, int limit);

    /** Forgets every row, before a replay. */
    void clear();
}

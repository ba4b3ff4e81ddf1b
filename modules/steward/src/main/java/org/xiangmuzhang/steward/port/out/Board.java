package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The read model of the board: one row a project, made of events alone, so it can be rebuilt. */
public interface Board {

    /**
     * A row. Items, done, running, next item, finish, target and slack are those of the last plan.
     *
     * @param position of the last event that it tells of
     */
    record Row(
            UUID project,
            Region region,
            @Nullable UUID steward,
            @Nullable String nextItem,
            int items,
            int done,
            int running,
            @Nullable LocalDate finish,
            @Nullable LocalDate target,
            @Nullable Integer leastSlack,
            long position) {}

    /** A row with what the register knows of the project. */
    record Entry(Row row, String name, String code, String projectType, UUID enterprise) {

        /** Least slack first; without a plan last. */
        public int urgency() {
            Integer slack = row.leastSlack();
            return slack == null ? Integer.MAX_VALUE : slack;
        }
    }

    /**
     * What to list: of these regions, or of one enterprise, by urgency and project.
     *
     * @param afterUrgency of the last entry seen, with afterProject; null from the beginning
     */
    record Query(
            @Nullable Set<Region> regions,
            @Nullable UUID enterprise,
            @Nullable UUID steward,
            @Nullable Integer afterUrgency,
            @Nullable UUID afterProject,
            int limit) {}

    @Nullable Row row(UUID project);

    void put(Row row);

    List<Entry> list(Query query);

    /** Forgets every row, before a replay. */
    void clear();
}

package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The read model of the board: one row a project, made of events alone, so it can be rebuilt. */
public interface Board {

    /**
     * A row. Items, done, running, next item, finish, target and slack are those of the last plan.
     *
     * @param openItems codes of the items of the last plan that are not done, by code
     * @param position of the last event that it tells of
     */
    record Row(
            UUID project,
            Region region,
            UUID enterprise,
            @Nullable UUID steward,
            @Nullable String nextItem,
            List<String> openItems,
            int items,
            int done,
            int running,
            @Nullable LocalDate finish,
            @Nullable LocalDate target,
            @Nullable Integer leastSlack,
            long position) {}

    /** A row with what the register knows of the project. */
    record Entry(Row row, String name, String code, String projectType) {

        /** Least slack first; without a plan last. */
        public int urgency() {
            Integer slack = row.leastSlack();
            return slack == null ? Integer.MAX_VALUE : slack;
        }
    }

    /**
     * Which projects: of these regions, or of one enterprise, and of one steward.
     *
     * @param regions null for any; then there is an enterprise
     * @param only none but these, or null
     * @param without none of these
     */
    record Selection(
            @Nullable Set<Region> regions,
            @Nullable UUID enterprise,
            @Nullable UUID steward,
            @Nullable Set<UUID> only,
            Set<UUID> without) {}

    /**
     * What a selection comes to: projects, open items, items under way, and projects to be late.
     */
    record Totals(int projects, int open, int running, int late) {}

    /** Those that there are, by project. */
    Map<UUID, Row> rows(Collection<UUID> projects);

    /** In place of those before, one of a project. */
    void put(Collection<Row> rows);

    /**
     * By urgency and project.
     *
     * @param afterUrgency of the last entry seen, with afterProject; null from the beginning
     */
    List<Entry> list(
            Selection selection,
            @Nullable Integer afterUrgency,
            @Nullable UUID afterProject,
            int limit);

    /** Counts no more than the first {@code most} projects of the selection. */
    Totals totals(Selection selection, int most);

    /**
     * Projects of a type, of whose plan nothing is open, the newest first.
     *
     * @param after the last project seen, or null
     */
    List<UUID> finished(Set<Region> regions, String projectType, @Nullable UUID after, int limit);

    /** Projects of an enterprise. */
    Set<UUID> ofEnterprise(UUID enterprise);

    /** Forgets every row, before a replay. */
    void clear();
}

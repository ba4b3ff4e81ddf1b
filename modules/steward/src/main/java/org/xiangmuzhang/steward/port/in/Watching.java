package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Looking at projects: officials see those that their post reaches, applicants those of their
 * enterprise. Whatever else is asked for is {@code project-unknown}.
 */
public interface Watching {

    /**
     * Which projects to list, the least slack first.
     *
     * @param light GREEN, YELLOW, ORANGE or RED: only projects whose worst light it is
     * @param afterUrgency key of the last line seen, with afterProject; null from the beginning
     */
    record BoardFilter(
            @Nullable Region region,
            @Nullable UUID steward,
            @Nullable String light,
            @Nullable Integer afterUrgency,
            @Nullable UUID afterProject,
            int limit) {}

    /**
     * A page of the board.
     *
     * @param lastUrgency key of the last line, or null when there is no further page
     */
    record BoardPage(
            List<BoardLine> lines, @Nullable Integer lastUrgency, @Nullable UUID lastProject) {}

    /**
     * What all pages together come to.
     *
     * @param projects the first so many are counted; {@code more} when there are others
     * @param open items that are not done; running are among them
     * @param running items under way
     * @param late projects that cannot meet their target
     * @param lit projects with a warning standing
     */
    record BoardTotals(int projects, boolean more, int open, int running, int late, int lit) {}

    BoardPage board(Actor actor, BoardFilter filter);

    /** Of the selection, wherever its page begins. */
    BoardTotals totals(Actor actor, BoardFilter filter);

    /**
     * Finished projects of a type within the actor's reach, the newest first; not for enterprises.
     *
     * @param after the last project seen, or null
     */
    List<LibraryEntry> library(Actor actor, String projectType, @Nullable UUID after, int limit);

    /** The project as of a moment, or now. */
    ProjectSheet project(Actor actor, UUID project, @Nullable Instant asOf);

    /** The plan as of a moment, or now; {@code plan-unknown} before the first was drawn. */
    PlanSheet plan(Actor actor, UUID project, @Nullable Instant asOf);

    /**
     * What happened, the newest first, as far as it was recorded at a moment, or now.
     *
     * @param before position of the last happening seen, null from the newest
     */
    List<Happening> latest(
            Actor actor,
            UUID project,
            @Nullable Instant asOf,
            @Nullable Long before,
            int limit,
            Locale language);

    /** Moments at which something was recorded, spread over the project's whole life. */
    List<Instant> moments(Actor actor, UUID project, int most);

    /**
     * What happened, in log order, as far as it was recorded at a moment, or now.
     *
     * @param after position of the last happening seen, 0 from the beginning
     */
    List<Happening> timeline(
            Actor actor,
            UUID project,
            @Nullable Instant asOf,
            long after,
            int limit,
            Locale language);
}

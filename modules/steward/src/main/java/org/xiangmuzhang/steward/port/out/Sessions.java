package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Point;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The joint sessions of projects, and what they leave open. */
public interface Sessions {

    /**
     * Whose sessions somebody sees: all of the regions, or those of an enterprise's projects, to
     * which a department is asked, or of the projects that a steward carries.
     */
    record Sight(
            Set<Region> regions,
            boolean all,
            @Nullable UUID enterprise,
            @Nullable String department,
            @Nullable UUID steward) {}

    /**
     * Which of them, the newest first.
     *
     * @param running only those that are not over, of projects that are not closed
     * @param project only those of this project
     */
    record Selection(boolean running, @Nullable UUID project, @Nullable UUID before, int limit) {}

    /**
     * Refuses with {@code session-id-taken} when there is one with the id, and with {@code
     * session-follow-up-running} while one goes on with the same open points.
     */
    void add(JointSession session);

    Optional<JointSession> visible(UUID session, Sight sight);

    /** The session for the caller's transaction alone. */
    Optional<JointSession> held(UUID session);

    void save(JointSession session);

    List<JointSession> list(Sight sight, Selection selection);

    /** The first sessions about points that are to be put right, the newest first. */
    List<JointSession> toMend(Sight sight, int limit);

    /** All sessions of a project in the order in which they were called. */
    List<JointSession> ofProject(UUID project);

    /** What was accepted part by part in projects, in the order in which it was called. */
    List<JointSession> partsOf(Collection<UUID> projects);

    void add(Point point);

    /** The point for the caller's transaction alone. */
    Optional<Point> heldPoint(UUID point);

    void save(Point point);

    /** Points by the first session that is about them, by the day on which they are due. */
    List<Point> pointsOf(Collection<UUID> roots);

    /** The points about one first session, for the caller's transaction alone. */
    List<Point> heldPointsOf(UUID root);

    /** Open points of a project. */
    List<Point> openOf(UUID project);

    List<Point> points(Collection<UUID> points);

    /**
     * Open points of projects of a place that are not closed, due up to a day, the soonest first.
     */
    List<Point> due(Region region, LocalDate until, int limit);

    /** Those of the points that are open in a project that is not closed. */
    Set<UUID> stillOpen(Collection<UUID> points);

    /** Sessions of places that are not over. */
    long countRunning(Set<Region> regions);
}

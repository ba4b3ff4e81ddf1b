package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.dispatch.Meeting;
import org.xiangmuzhang.steward.domain.dispatch.Standing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The meetings, and where matters stand between them. */
public interface Dispatches {

    /**
     * Refuses with {@code dispatch-week-held} or {@code dispatch-open-already} what another host
     * was quicker with.
     */
    void add(Meeting meeting);

    /** The meeting for the caller's transaction alone. */
    Optional<Meeting> held(UUID dispatch);

    Optional<Meeting> byId(UUID dispatch);

    /** Keeps what became of its lines. */
    void save(Meeting meeting);

    /** Meetings of places, the latest week first, without their lines. */
    List<Meeting> list(
            Set<Region> regions,
            @Nullable LocalDate beforeWeek,
            @Nullable UUID afterDispatch,
            int limit);

    /** What stands at a place, and where the things stand that are asked for. */
    List<Standing> standing(Region place, Collection<UUID> about);

    void put(Standing standing);

    void forget(Collection<Matter> matters);

    /**
     * A matter that stands somewhere stands at another place from now on, as if it were new; false
     * when it stands nowhere.
     */
    boolean move(Kind kind, UUID about, Region place);

    /** Unfinished open projects of a place with less slack, the least first. */
    List<Matter> slack(Region region, int less, int limit);

    /** Those of the projects that still have less. */
    Set<UUID> stillSlack(Collection<UUID> projects, int less);

    /** Unfinished open projects of a place with a fact from outside that was verified before. */
    List<Matter> stale(Region region, LocalDate before, int limit);

    Set<UUID> stillStale(Collection<UUID> projects, LocalDate before);
}

package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * 每周调度: the leader of a place opens the meeting of the week, on an agenda that writes itself,
 * treats its lines and closes it. Officials read the minutes of the places within reach; what else
 * is asked for is {@code dispatch-unknown}.
 */
public interface Dispatching {

    /** What the host does with a line. */
    enum Treatment {
        /** The host decides; it does not go up. */
        SETTLE,
        /** The minutes become a ticket. */
        TICKET,
        /** It comes again; for the third time, or as often as the place says, it goes up. */
        CARRY
    }

    /**
     * What is written of a line; a ticket has a unit, a leader or null, and a day or null.
     *
     * @param text may be left out when it is carried
     */
    record Minute(
            Treatment treatment,
            @Nullable String text,
            @Nullable String department,
            @Nullable UUID leader,
            @Nullable LocalDate due) {}

    /**
     * A line of an agenda.
     *
     * @param kind TICKET, SLACK, FACTOR, POINT, OWED, PROMISE or STALE
     * @param title the problem, or null: there is none, or the reader does not see the ticket
     * @param detail in words
     * @param times at which time it is called up here
     * @param last whether it goes up when it is carried once more
     * @param outcome OPEN, SETTLED, TICKET, CARRIED or RAISED
     * @param text what was written of it, unless it is kept from the reader
     * @param ticket that the minutes made, if the reader sees it
     */
    record Item(
            UUID id,
            int number,
            String kind,
            UUID about,
            Region region,
            String regionName,
            @Nullable UUID project,
            @Nullable String projectName,
            @Nullable String title,
            String detail,
            int times,
            boolean last,
            String outcome,
            @Nullable String text,
            @Nullable UUID ticket) {}

    /** A meeting with its agenda; in lists without. */
    record Sheet(
            UUID id,
            Region region,
            String regionName,
            LocalDate week,
            UUID host,
            @Nullable String hostName,
            Instant openedAt,
            @Nullable Instant closedAt,
            List<Item> lines,
            boolean mayTreat,
            long version) {}

    /** The agenda as it would be if the meeting of the actor's place were opened now. */
    List<Item> agenda(Actor actor, Locale language);

    /** Opens the meeting of this week at the actor's place. */
    UUID open(Actor actor, UUID id);

    /** Decided on a version, or on whatever there is for a negative one. */
    void treat(Actor actor, UUID dispatch, UUID line, long version, Minute minute);

    /** What was not treated is carried over. */
    void close(Actor actor, UUID dispatch, long version);

    Sheet meeting(Actor actor, UUID dispatch, Locale language);

    /** The latest week first. */
    List<Sheet> list(
            Actor actor,
            @Nullable LocalDate beforeWeek,
            @Nullable UUID afterDispatch,
            int limit,
            Locale language);
}

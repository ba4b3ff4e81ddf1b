package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * 企业吹哨、部门报到: raising problems, answering, closing and raising them a level. Enterprises see their
 * own tickets, departments those that they answer for, stewards those of their projects, leaders
 * and who watches all within reach. Whatever else is asked for is {@code ticket-unknown}.
 */
public interface Ticketing {

    /**
     * A problem.
     *
     * @param project null for a matter of the place alone
     * @param region null for the project's, else the actor's
     * @param department kind of the unit that answers
     * @param leader who answers for the unit, or null: the leader of the place, if there is one
     * @param due null for the limit that the place sets
     */
    record Problem(
            UUID id,
            @Nullable UUID project,
            @Nullable Region region,
            String text,
            String department,
            @Nullable UUID leader,
            @Nullable LocalDate due) {}

    /** What may be done with a ticket. */
    enum Step {
        /** 报到: the unit reports. */
        ANSWER,
        /** 提级: to the dispatch of the place above, with a reason and a limit. */
        ESCALATE,
        /** With evidence, by who raised it or the steward. */
        CLOSE,
        /** What was closed too early begins anew. */
        REOPEN
    }

    /**
     * An act.
     *
     * @param text report, reason or result
     * @param due the new limit when it is raised or reopened; null for that of the level
     */
    record Act(Step step, String text, @Nullable UUID file, @Nullable LocalDate due) {}

    /**
     * Which tickets.
     *
     * @param unit only those that the actor's department answers for
     * @param level only those on the dispatch of this place
     */
    record Filter(
            boolean mine,
            boolean unit,
            boolean overdue,
            boolean closed,
            @Nullable Region level,
            @Nullable UUID project,
            @Nullable LocalDate afterDue,
            @Nullable UUID afterTicket,
            int limit) {}

    /**
     * A ticket.
     *
     * @param overdue working days past its day
     * @param step how often it was raised a level
     * @param story what was done, the oldest first; empty in lists
     * @param open acts that the reader may do now
     */
    record Sheet(
            UUID id,
            Region region,
            String regionName,
            @Nullable UUID project,
            @Nullable String projectName,
            @Nullable String problem,
            String department,
            String departmentName,
            @Nullable UUID leader,
            @Nullable String leaderName,
            UUID raisedBy,
            @Nullable String raisedByName,
            LocalDate raisedOn,
            LocalDate due,
            int overdue,
            Region level,
            String levelName,
            int step,
            String state,
            @Nullable LocalDate closedOn,
            @Nullable UUID dispatch,
            List<Done> story,
            Set<Step> open,
            long version) {}

    /** Something that was done with a ticket. */
    record Done(
            String kind,
            UUID by,
            @Nullable String byName,
            Instant at,
            @Nullable String text,
            @Nullable UUID file,
            @Nullable String fileName) {}

    UUID raise(Actor actor, Problem problem);

    /** Decided on a version, or on whatever there is for a negative one. */
    void act(Actor actor, UUID ticket, long version, Act act);

    Sheet ticket(Actor actor, UUID ticket, Locale language);

    /** By the day on which they are due. */
    List<Sheet> list(Actor actor, Filter filter, Locale language);

    Fetching.Paper paper(Actor actor, UUID ticket, UUID file);

    /** Departments that may answer at a place, by code, in words. */
    Map<String, String> units(Region region, Locale language);

    /** The day by which a ticket is due that is raised at a place today. */
    LocalDate usualDue(Region region);
}

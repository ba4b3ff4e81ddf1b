package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.domain.ticket.TicketAct;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tickets and what was done with them. */
public interface Tickets {

    /**
     * Whose tickets somebody sees: all of the regions, or those of an enterprise, a department, the
     * projects that a steward carries, and those that somebody raised.
     */
    record Sight(
            Set<Region> regions,
            boolean all,
            @Nullable UUID enterprise,
            @Nullable String department,
            boolean steward,
            UUID person) {}

    /**
     * Which of them.
     *
     * @param mine raised by the person, for whose unit the person answers, or of its projects
     * @param unit only of this department
     * @param before only what was due before this day
     * @param level only those on the dispatch of this place
     */
    record Selection(
            boolean closed,
            boolean mine,
            @Nullable String unit,
            @Nullable LocalDate before,
            @Nullable Region level,
            @Nullable UUID project,
            @Nullable LocalDate afterDue,
            @Nullable UUID afterTicket,
            int limit) {}

    /** Refuses with {@code ticket-id-taken} when there is one with the id. */
    void add(Ticket ticket);

    /** The ticket for the caller's transaction alone. */
    Optional<Ticket> held(UUID ticket);

    /** The tickets for the caller's transaction alone. */
    List<Ticket> held(Collection<UUID> tickets);

    Optional<Ticket> visible(UUID ticket, Sight sight);

    /** Those of the tickets that are seen. */
    Set<UUID> visible(Collection<UUID> tickets, Sight sight);

    void save(Ticket ticket);

    void note(TicketAct act);

    /** What was done with a ticket, the oldest first. */
    List<TicketAct> story(UUID ticket);

    /** By the day on which they are due. */
    List<Ticket> list(Sight sight, Selection selection);

    List<Ticket> byIds(Collection<UUID> tickets);

    /** Open ones of some places, on the dispatch of one, that were due before a day. */
    List<Ticket> overdue(Region level, LocalDate day, int limit);

    /** Open ones of a project, by the day on which they are due. */
    List<Ticket> openOf(UUID project);

    long countOpen(Set<Region> regions);
}

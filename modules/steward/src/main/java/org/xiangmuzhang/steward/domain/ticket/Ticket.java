package org.xiangmuzhang.steward.domain.ticket;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A problem that a unit answers for until a day. Every act gives the ticket as it is then.
 *
 * @param region where it was raised, and where its unit is
 * @param enterprise whose matter it is, or null
 * @param problem id of the words
 * @param department kind of the unit that answers
 * @param leader who answers for the unit, or null
 * @param level the place whose dispatch it is on
 * @param dispatch of whose minutes it is, or null
 */
public record Ticket(
        UUID id,
        Region region,
        @Nullable UUID project,
        @Nullable UUID enterprise,
        UUID raisedBy,
        UUID problem,
        String department,
        @Nullable UUID leader,
        LocalDate raisedOn,
        LocalDate due,
        Region level,
        @Nullable UUID dispatch,
        TicketState state,
        @Nullable LocalDate closedOn,
        long version) {

    public boolean isOpen() {
        return state != TicketState.CLOSED;
    }

    /** Working days past its day; none once it is closed. */
    public int overdue(WorkingDays calendar, LocalDate today) {
        return isOpen() && today.isAfter(due) ? calendar.between(due, today) : 0;
    }

    public Ticket answered() {
        mustBeOpen();
        return as(due, level, TicketState.ANSWERED, null);
    }

    public Ticket closed(LocalDate on) {
        mustBeOpen();
        return as(due, level, TicketState.CLOSED, on);
    }

    /** What was closed too early begins anew. */
    public Ticket reopened(LocalDate until) {
        if (isOpen()) {
            throw Refusal.conflict("ticket-not-closed");
        }
        return as(until, level, TicketState.OPEN, null);
    }

    /** 提级: to the dispatch of the place above, which has its own limit. */
    public Ticket raised(@Nullable Region above, LocalDate until) {
        mustBeOpen();
        if (above == null) {
            throw Refusal.conflict("ticket-at-the-top", level.code());
        }
        return as(until, above, state, null);
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw Refusal.conflict("ticket-closed");
        }
    }

    private Ticket as(LocalDate until, Region place, TicketState next, @Nullable LocalDate closed) {
        return new Ticket(
                id,
                region,
                project,
                enterprise,
                raisedBy,
                problem,
                department,
                leader,
                raisedOn,
                until,
                place,
                dispatch,
                next,
                closed,
                version + 1);
    }
}

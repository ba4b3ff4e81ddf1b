package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.domain.ticket.TicketAct;
import org.xiangmuzhang.steward.domain.ticket.TicketState;
import org.xiangmuzhang.steward.events.TicketAnswered;
import org.xiangmuzhang.steward.events.TicketClosed;
import org.xiangmuzhang.steward.events.TicketEscalated;
import org.xiangmuzhang.steward.events.TicketRaised;
import org.xiangmuzhang.steward.events.TicketReopened;
import org.xiangmuzhang.steward.port.out.Board;
import org.xiangmuzhang.steward.port.out.Dispatches;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps what happened to tickets, in the table and in the log; whoever calls it has decided. */
@Component
class TicketBook {

    private final Tickets tickets;
    private final Dispatches dispatches;
    private final Board board;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final DispatchRules rules;
    private final Clock clock;

    TicketBook(
            Tickets tickets,
            Dispatches dispatches,
            Board board,
            Access access,
            ApplicationEventPublisher events,
            DispatchRules rules,
            Clock clock) {
        this.tickets = tickets;
        this.dispatches = dispatches;
        this.board = board;
        this.access = access;
        this.events = events;
        this.rules = rules;
        this.clock = clock;
    }

    void raise(
            Actor actor,
            UUID id,
            Region region,
            @Nullable ProjectView project,
            UUID text,
            String department,
            @Nullable UUID leader,
            LocalDate due) {
        if (project != null) {
            mustRun(project.id());
        }
        UUID own = actor.role() == Role.APPLICANT ? actor.enterprise() : null;
        raise(
                actor,
                new Ticket(
                        id,
                        region,
                        project == null ? null : project.id(),
                        project == null ? own : project.enterprise(),
                        actor.holder(),
                        text,
                        department,
                        leader,
                        rules.today(),
                        due,
                        region,
                        null,
                        TicketState.OPEN,
                        null,
                        1));
    }

    /** Also what is owed after the last item was done. */
    void raise(Actor actor, Ticket ticket) {
        if (ticket.project() != null) {
            access.mustStayOpen(ticket.project());
        }
        tickets.add(ticket);
        note(actor, ticket, "RAISE", ticket.problem(), null);
        events.publishEvent(
                new TicketRaised(
                        ticket.id(),
                        ticket.region(),
                        ticket.project(),
                        ticket.department(),
                        ticket.leader(),
                        ticket.due(),
                        ticket.dispatch(),
                        ticket.problem()));
    }

    /** Where nothing is left to do, nothing is raised by hand. */
    private void mustRun(UUID project) {
        access.mustStayOpen(project);
        Board.Row row = board.rows(List.of(project)).get(project);
        if (row != null && row.items() > 0 && row.done() == row.items()) {
            throw Refusal.conflict("ticket-project-finished");
        }
    }

    void answer(Actor actor, Ticket ticket, UUID remark, @Nullable UUID file) {
        tickets.save(ticket);
        note(actor, ticket, "ANSWER", remark, file);
        events.publishEvent(
                new TicketAnswered(
                        ticket.id(),
                        ticket.region(),
                        ticket.project(),
                        ticket.department(),
                        remark,
                        file));
    }

    /** What is called up there moves with it, whoever raised it. */
    void escalate(Actor actor, Ticket ticket, @Nullable UUID remark, String cause) {
        tickets.save(ticket);
        Sight.ALL.during(() -> dispatches.move(Kind.TICKET, ticket.id(), ticket.level()));
        note(actor, ticket, "ESCALATE", remark, null);
        events.publishEvent(
                new TicketEscalated(
                        ticket.id(),
                        ticket.region(),
                        ticket.project(),
                        ticket.department(),
                        ticket.level().code(),
                        ticket.due(),
                        cause,
                        remark));
    }

    /** By the decision of a dispatch, or with a file. */
    void close(
            Actor actor, Ticket ticket, @Nullable UUID dispatch, UUID remark, @Nullable UUID file) {
        tickets.save(ticket);
        note(actor, ticket, "CLOSE", remark, file);
        events.publishEvent(
                new TicketClosed(
                        ticket.id(),
                        ticket.region(),
                        ticket.project(),
                        ticket.department(),
                        rules.today(),
                        dispatch,
                        remark,
                        file));
    }

    void reopen(Actor actor, Ticket ticket, UUID remark) {
        tickets.save(ticket);
        note(actor, ticket, "REOPEN", remark, null);
        events.publishEvent(
                new TicketReopened(
                        ticket.id(),
                        ticket.region(),
                        ticket.project(),
                        ticket.department(),
                        ticket.due(),
                        remark));
    }

    private void note(
            Actor actor, Ticket ticket, String kind, @Nullable UUID remark, @Nullable UUID file) {
        tickets.note(
                new TicketAct(
                        Ids.next(clock),
                        ticket.id(),
                        ticket.region(),
                        kind,
                        actor.person(),
                        clock.instant(),
                        remark,
                        file));
    }
}

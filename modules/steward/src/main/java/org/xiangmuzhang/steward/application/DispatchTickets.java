package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Line;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.dispatch.Meeting;
import org.xiangmuzhang.steward.domain.dispatch.Standing;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.domain.ticket.TicketState;
import org.xiangmuzhang.steward.port.in.Dispatching.Minute;
import org.xiangmuzhang.steward.port.out.Dispatches;
import org.xiangmuzhang.steward.port.out.ProjectRegister;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the minutes of a dispatch make of tickets. */
@Component
class DispatchTickets {

    private final Tickets tickets;
    private final TicketBook book;
    private final Dispatches dispatches;
    private final ProjectRegister register;
    private final Units units;
    private final DispatchRules rules;
    private final Clock clock;

    DispatchTickets(
            Tickets tickets,
            TicketBook book,
            Dispatches dispatches,
            ProjectRegister register,
            Units units,
            DispatchRules rules,
            Clock clock) {
        this.tickets = tickets;
        this.book = book;
        this.dispatches = dispatches;
        this.register = register;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /** Holds the tickets of an agenda, without those that were raised or closed meanwhile. */
    List<Line> held(Region place, List<Line> lines) {
        Set<UUID> here =
                tickets
                        .held(
                                lines.stream()
                                        .map(Line::matter)
                                        .filter(matter -> matter.kind() == Kind.TICKET)
                                        .map(Matter::about)
                                        .toList())
                        .stream()
                        .filter(Ticket::isOpen)
                        .filter(ticket -> ticket.level().equals(place))
                        .map(Ticket::id)
                        .collect(Collectors.toSet());
        List<Line> held = new ArrayList<>();
        lines.stream()
                .filter(
                        line ->
                                line.matter().kind() != Kind.TICKET
                                        || here.contains(line.matter().about()))
                .forEach(line -> held.add(line.at(held.size() + 1)));
        return held;
    }

    /** The host's decision is the evidence. */
    void settle(Actor actor, Meeting meeting, Matter matter, @Nullable UUID remark) {
        Ticket ticket = open(matter, meeting.region()).orElse(null);
        if (ticket != null && remark != null) {
            book.close(actor, ticket.closed(rules.today()), meeting.id(), remark, null);
        }
    }

    /** The new ticket is on the next agenda unless it is closed by then. */
    UUID make(Actor actor, Meeting meeting, Matter matter, @Nullable UUID text, Minute minute) {
        if (matter.kind() == Kind.TICKET) {
            throw Refusal.invalid("dispatch-ticket-already", "/treatment");
        }
        String department = minute.department();
        if (department == null || text == null) {
            throw Refusal.invalid("unit-missing", "/department");
        }
        Region region = matter.region();
        units.mustStand(region, department, "/department");
        UUID leader = units.leader(region, minute.leader(), "/leader");
        Ticket ticket =
                new Ticket(
                        Ids.next(clock),
                        region,
                        matter.project(),
                        matter.project() == null
                                ? null
                                : register.byId(matter.project())
                                        .map(it -> it.enterprise())
                                        .orElse(null),
                        actor.holder(),
                        text,
                        department,
                        leader,
                        rules.today(),
                        due(minute.due(), region, meeting.region()),
                        meeting.region(),
                        meeting.id(),
                        TicketState.OPEN,
                        null,
                        1);
        book.raise(actor, ticket);
        dispatches.put(new Standing(AgendaSources.matter(ticket), meeting.region(), 0, null));
        return ticket.id();
    }

    private LocalDate due(@Nullable LocalDate given, Region from, Region level) {
        return given == null ? rules.due(from, level) : rules.given(given, "/due");
    }

    /** Goes up with its matter, within the limit of the level above. */
    void raise(Actor actor, Matter matter, Region above, @Nullable UUID remark) {
        if (matter.kind() == Kind.TICKET) {
            tickets.held(matter.about())
                    .filter(Ticket::isOpen)
                    .ifPresent(
                            ticket ->
                                    book.escalate(
                                            actor,
                                            ticket.raised(above, rules.due(ticket.region(), above)),
                                            remark,
                                            "AGENDA"));
        }
    }

    /** Whether somebody raised the ticket by hand since the agenda was written, or closed it. */
    boolean isElsewhere(Matter matter, Region place) {
        return matter.kind() == Kind.TICKET
                && tickets.held(matter.about())
                        .filter(ticket -> !ticket.level().equals(place))
                        .isPresent();
    }

    private Optional<Ticket> open(Matter matter, Region place) {
        return matter.kind() == Kind.TICKET
                ? tickets.held(matter.about())
                        .filter(Ticket::isOpen)
                        .filter(ticket -> ticket.level().equals(place))
                : Optional.empty();
    }
}

package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.port.in.Ticketing.Step;
import org.xiangmuzhang.steward.port.out.ProjectRegister;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Who sees which tickets, and who may do what with one. */
@Component
class TicketSight {

    private static final Set<Role> ALL =
            EnumSet.of(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);

    private final Regions regions;
    private final ProjectRegister register;
    private final People people;

    TicketSight(Regions regions, ProjectRegister register, People people) {
        this.regions = regions;
        this.register = register;
        this.people = people;
    }

    Tickets.Sight of(Actor actor) {
        return new Tickets.Sight(
                regions.reachOf(actor),
                ALL.contains(actor.role()),
                actor.role() == Role.APPLICANT ? actor.enterprise() : null,
                actor.role() == Role.APPLICANT ? null : actor.department(),
                actor.role() == Role.STEWARD,
                actor.holder());
    }

    /** What the actor may do with a ticket that it sees, as it is now. */
    Set<Step> open(Actor actor, Ticket ticket) {
        Set<Step> open = EnumSet.noneOf(Step.class);
        for (Step step : Step.values()) {
            boolean now = (step == Step.REOPEN) != ticket.isOpen();
            if (now && may(actor, ticket, step)) {
                open.add(step);
            }
        }
        return open;
    }

    void mustBeOpenTo(Actor actor, Ticket ticket, Step step) {
        if (!may(actor, ticket, step)) {
            throw step == Step.ANSWER
                    ? Refusal.forbidden("ticket-of-another-unit")
                    : Refusal.forbidden("ticket-not-yours");
        }
    }

    private boolean may(Actor actor, Ticket ticket, Step step) {
        return switch (step) {
            case ANSWER ->
                    EnumSet.of(Role.APPROVER, Role.HEAD).contains(actor.role())
                            && ticket.department().equals(actor.department());
            case CLOSE, REOPEN -> raisedOrCarries(actor, ticket);
            case ESCALATE ->
                    raisedOrCarries(actor, ticket)
                            || actor.role() == Role.LEADER && actor.region().equals(ticket.level());
        };
    }

    /** What a steward or a unit raised in a project of the enterprise is theirs. */
    private boolean colleagueRaised(Actor actor, Ticket ticket) {
        UUID own = actor.enterprise();
        return own != null
                && own.equals(ticket.enterprise())
                && people.postsEver(ticket.raisedBy()).stream()
                        .anyMatch(
                                post ->
                                        post.role() == Role.APPLICANT
                                                && own.equals(post.enterprise()));
    }

    private boolean raisedOrCarries(Actor actor, Ticket ticket) {
        if (actor.role() == Role.APPLICANT) {
            return ticket.raisedBy().equals(actor.person()) || colleagueRaised(actor, ticket);
        }
        if (actor.role() == Role.AUDITOR) {
            return false;
        }
        return ticket.raisedBy().equals(actor.holder())
                || actor.role() == Role.STEWARD
                        && ticket.project() != null
                        && register.byId(ticket.project())
                                .filter(project -> actor.holder().equals(project.steward()))
                                .isPresent();
    }
}

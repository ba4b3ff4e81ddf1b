package org.xiangmuzhang.steward.domain.ticket;

/** How far a ticket has come. */
public enum TicketState {
    /** Nobody has answered yet. */
    OPEN,
    /** The unit has reported; who raised it has not closed it. */
    ANSWERED,
    /** Done, with evidence. */
    CLOSED
}

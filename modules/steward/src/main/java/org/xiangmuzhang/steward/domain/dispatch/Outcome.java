package org.xiangmuzhang.steward.domain.dispatch;

/** What became of a line of the agenda. */
public enum Outcome {
    /** Nothing yet. */
    OPEN,
    /** The host settled it; it does not go up. */
    SETTLED,
    /** The minutes made a ticket of it. */
    TICKET,
    /** It is on the next agenda again. */
    CARRIED,
    /** It was carried too often, and is on the agenda of the place above. */
    RAISED
}

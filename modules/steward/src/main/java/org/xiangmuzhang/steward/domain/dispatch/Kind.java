package org.xiangmuzhang.steward.domain.dispatch;

/** Why something is called up, in the order of the agenda. */
public enum Kind {
    /** A ticket that is overdue, or of earlier minutes. */
    TICKET,
    /** A project with less slack than the place wants. */
    SLACK,
    /** A factor that is missing and soon needed. */
    FACTOR,
    /** A point that a joint session left open and that is soon due. */
    POINT,
    /** 容缺: materials that are owed after a decision. */
    OWED,
    /** A promise that is soon due and open. */
    PROMISE,
    /** A decision from outside that nobody has verified for long. */
    STALE
}

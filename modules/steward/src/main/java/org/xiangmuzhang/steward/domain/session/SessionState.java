package org.xiangmuzhang.steward.domain.session;

/** How far a session has come. */
public enum SessionState {
    /** Departments say when they can. */
    CALLED,
    /** The time is fixed. */
    FIXED,
    /** There is one record and one outcome. */
    CONCLUDED,
    /** It does not take place. */
    CANCELLED
}

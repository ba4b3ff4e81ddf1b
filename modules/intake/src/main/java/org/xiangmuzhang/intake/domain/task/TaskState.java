package org.xiangmuzhang.intake.domain.task;

/** Where an item stands. */
public enum TaskState {
    /** With the window, not yet accepted. */
    RECEIVED,
    /** The department examines it. */
    IN_DEPARTMENT,
    /** A special procedure lasts; days do not count. */
    PAUSED,
    /** Simulated review ended well; without legal effect. */
    PRE_APPROVED,
    APPROVED,
    REJECTED,
    /** 撤销: an approval that an approver took back. */
    REVOKED,
    WITHDRAWN,
    /** The window did not accept the application. */
    TURNED_AWAY;

    /** Whether a department has it on its desk. */
    public boolean isOnDesk() {
        return this == IN_DEPARTMENT || this == PAUSED;
    }

    /** Whether there is a formal result. */
    public boolean isDecided() {
        return this == APPROVED || this == REJECTED || this == REVOKED;
    }

    /** Whether nothing more can happen to it. */
    public boolean isOver() {
        return isDecided() || this == WITHDRAWN || this == TURNED_AWAY;
    }
}

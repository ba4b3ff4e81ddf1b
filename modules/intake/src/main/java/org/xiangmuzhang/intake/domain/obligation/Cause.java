package org.xiangmuzhang.intake.domain.obligation;

/** Why an obligation is in question. */
public enum Cause {
    /** The material has not come by its day. */
    LATE,
    /** The check found the promise broken. */
    FOUND_BROKEN,
    /** Somebody who watches has told of a breach. */
    REPORTED
}

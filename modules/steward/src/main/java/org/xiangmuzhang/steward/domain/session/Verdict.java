package org.xiangmuzhang.steward.domain.session;

/** What a department says, and what all of them come to. */
public enum Verdict {
    PASSED,
    /** Passed but for open points. */
    POINTS,
    REFUSED,
    /** Did not come: it cannot object later. */
    ABSENT
}

package org.xiangmuzhang.intake.api;

/** How an item may be decided, as {@code ItemDecided} tells it. */
public enum Outcome {
    /** 办结(通过). */
    APPROVED,
    /** 办结(容缺通过): materials are owed. */
    APPROVED_WITH_OWED,
    /** 办结(不通过). */
    REJECTED
}

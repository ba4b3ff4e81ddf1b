package org.xiangmuzhang.intake.domain.task;

/** How an item may be decided. */
public enum Outcome {
    /** 办结(通过). */
    APPROVED,
    /** 办结(容缺通过): materials are owed. */
    APPROVED_WITH_OWED,
    /** 办结(不通过). */
    REJECTED
}

package org.xiangmuzhang.intake.api;

/** In which way an item is examined. */
public enum Mode {
    /** Full examination, formal decision. */
    FORMAL,
    /** 告知承诺: formal check on the applicant's commitment. */
    COMMITMENT,
    /** 模拟审批: reviewed before its condition exists; no legal effect, no legal clock. */
    SIMULATED
}

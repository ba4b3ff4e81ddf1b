package org.xiangmuzhang.intake.api;

/** What an approver makes of an obligation in question. */
public enum Settlement {
    /** It has more time. */
    EXTENDED,
    /** The decision stands all the same. */
    UPHELD,
    /** 撤销: the decision is revoked. */
    REVOKED
}

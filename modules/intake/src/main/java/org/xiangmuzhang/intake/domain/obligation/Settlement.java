package org.xiangmuzhang.intake.domain.obligation;

/** What an approver makes of an obligation in question. */
public enum Settlement {
    /** It has more time. */
    EXTENDED,
    /** The decision stands all the same. */
    UPHELD,
    /** 撤销: the decision is revoked. */
    REVOKED
}

package org.xiangmuzhang.intake.domain.obligation;

/** Where an obligation stands. */
public enum ObligationState {
    /** A promise before the decision that goes by it. */
    GIVEN,
    OPEN,
    /** Late or broken: an approver says what becomes of the decision. */
    IN_QUESTION,
    /** The material has come, the promise was found to be kept. */
    FULFILLED,
    /** In question, and the decision stands all the same. */
    UPHELD,
    /** The decision was revoked. */
    REVOKED,
    /** Nothing was decided that it could belong to. */
    VOID
}

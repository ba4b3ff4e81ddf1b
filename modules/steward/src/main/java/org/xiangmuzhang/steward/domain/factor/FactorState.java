package org.xiangmuzhang.steward.domain.factor;

/** How far a factor has come. */
public enum FactorState {
    /** Nobody has promised it. */
    MISSING,
    /** The department has promised it by the day. */
    PROMISED,
    /** It is there, with evidence. */
    SUPPLIED,
    /** The project needs it no more. */
    DROPPED
}

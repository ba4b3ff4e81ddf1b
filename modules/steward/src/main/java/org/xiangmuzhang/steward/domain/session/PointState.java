package org.xiangmuzhang.steward.domain.session;

/** How far an open point has come. */
public enum PointState {
    OPEN,
    /** Put right with evidence; its department has not agreed yet. */
    MENDED,
    CLOSED
}

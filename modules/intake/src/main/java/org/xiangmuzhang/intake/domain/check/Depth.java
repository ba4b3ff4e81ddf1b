package org.xiangmuzhang.intake.domain.check;

/** How deeply an item is examined. */
public enum Depth {
    /** Form and content. */
    FULL,
    /** 形式审查: whether what is asked for is there and has its form. */
    FORM
}

package org.xiangmuzhang.intake.domain.check;

/** How deeply a person examines an item; rules decide only when all are content. */
public enum Depth {
    /** Form and content. */
    FULL,
    /** 形式审查: whether what is asked for is there and has its form. */
    FORM
}

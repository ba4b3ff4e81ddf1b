package org.xiangmuzhang.land.domain;

/** How a value is compared with its threshold. */
public enum IndicatorRule {
    /** At least the minimum. */
    MIN,
    /** At most the maximum. */
    MAX,
    /** Neither below the minimum nor above the maximum. */
    RANGE,
    /** One of the allowed codes, or a subdivision of one. */
    ALLOWED_SET
}

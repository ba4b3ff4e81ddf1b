package org.xiangmuzhang.steward.domain.book;

/** Who pays for drafting the book. */
public enum Payer {
    /** 政府买单. */
    GOVERNMENT,
    ENTERPRISE,
    SHARED
}

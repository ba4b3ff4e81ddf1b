package org.xiangmuzhang.catalog.domain.own;

/** The three levels of an item of a place's own list. */
public enum Level {
    /** 主项. */
    MAIN,
    /** 子项. */
    SUB,
    /** 业务办理项: what is really applied for. */
    BUSINESS
}

package org.xiangmuzhang.catalog.api;

/** A procedure whose days do not count (行政许可法 art. 45): the clock stands while it lasts. */
public enum SpecialProcedure {
    /** 公示. */
    PUBLICITY,
    /** 专家评审. */
    EXPERT,
    /** 听证. */
    HEARING,
    /** 现场勘验. */
    SITE,
    /** 检验检测. */
    TEST,
    /** 委托评估. */
    EVAL,
    /** 补正或修改. */
    CORRECTION
}

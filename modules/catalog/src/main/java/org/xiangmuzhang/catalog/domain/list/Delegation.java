package org.xiangmuzhang.catalog.domain.list;

/** How a power is given to a park, as 湘西 counts it: 214 + 448 + 722 + 159 powers. */
public enum Delegation {
    /** 直接赋权: the park decides in its own name. */
    DIRECT,
    /** 委托: the park decides in the department's name. */
    ENTRUSTED,
    /** 服务前移: the department decides in the park. */
    FORWARD,
    /** 直报: the park reports to the deciding level without steps between. */
    REPORT_DIRECT
}

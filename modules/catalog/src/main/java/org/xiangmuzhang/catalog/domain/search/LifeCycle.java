package org.xiangmuzhang.catalog.domain.search;

/** Where in the life of an enterprise an item is needed. */
public enum LifeCycle {
    /** 开办: the packages of the kind 全生命周期 join it. */
    OPENING,
    /** 投资建设: it stands in one of the four stages of a project. */
    BUILDING,
    /** 准营: a package of a trade joins it. */
    OPERATING,
    /** 变更: it changes with another one, without an application. */
    CHANGING
}

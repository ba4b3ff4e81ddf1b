package org.xiangmuzhang.console;

/** 红黄灯: how near its limit something is. Shown by colour, by shape and in words. */
public enum Light {
    /** 正常. */
    GREEN,
    /** 临期: near its limit. */
    YELLOW,
    /** 预警: at its limit. */
    ORANGE,
    /** 超期: past its limit. */
    RED
}

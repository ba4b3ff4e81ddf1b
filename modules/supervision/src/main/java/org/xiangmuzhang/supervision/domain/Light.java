package org.xiangmuzhang.supervision.domain;

/** 红黄灯: how near its limit a running clock is. */
public enum Light {
    GREEN("below-thresholds"),
    YELLOW("yellow-from-percent"),
    ORANGE("orange-from-percent"),
    RED("over-limit");

    private final String rule;

    Light(String rule) {
        this.rule = rule;
    }

    /** Name of the rule that turns it on. */
    public String rule() {
        return rule;
    }
}

package org.xiangmuzhang.catalog.api;

/** The four stages of 国办发〔2019〕11号 and what runs across them. */
public enum Stage {
    /** 立项用地规划许可. */
    LAND_AND_PROJECT,
    /** 工程建设许可. */
    PLANNING_PERMIT,
    /** 施工许可. */
    CONSTRUCTION_PERMIT,
    /** 竣工验收. */
    COMPLETION,
    /** 并行推进. */
    CROSS_STAGE
}

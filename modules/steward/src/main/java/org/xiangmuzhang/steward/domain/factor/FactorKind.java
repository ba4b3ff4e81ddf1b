package org.xiangmuzhang.steward.domain.factor;

/** What a project needs; amounts are in the unit of the kind. */
public enum FactorKind {
    /** 土地, in mu. */
    LAND,
    /** 能源, in tonnes of standard coal a year. */
    ENERGY,
    /** 用水, in 10 000 cubic metres a year. */
    WATER,
    /** 环境容量, in tonnes a year. */
    ENVIRONMENT,
    /** 资金, in 万元. */
    CAPITAL,
    /** 用工, in people. */
    LABOUR,
    /** 要件, in papers. */
    DOCUMENTS
}

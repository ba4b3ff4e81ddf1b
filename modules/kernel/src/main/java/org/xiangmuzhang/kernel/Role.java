package org.xiangmuzhang.kernel;

/** What a post lets its holder do. One person may hold several posts, and acts in one at a time. */
public enum Role {
    /** 企业申请人: acts for one enterprise. */
    APPLICANT,
    /** 项目长: carries projects under a mandate. */
    STEWARD,
    /** 综合窗口: accepts and delivers. */
    CLERK,
    /** 部门审批: decides for one department. */
    APPROVER,
    /** 机关负责人: grants extensions and signs for one department. */
    HEAD,
    /** 土地专员: parcels and their transfer. */
    LAND_OFFICER,
    /** 目录管理员: maintains the catalog. */
    CATALOG_EDITOR,
    /** 效能监督: watches clocks, lights and ratings. */
    SUPERVISOR,
    /** 检查人员: inspects after the decision. */
    INSPECTOR,
    /** 监管部门: signs for what was decided. */
    REGULATOR,
    /** 调度领导: chairs the weekly dispatch. */
    LEADER,
    /** 中介机构: works on its own clock. */
    INTERMEDIARY,
    /** 系统管理员: users, posts, halls, configuration. */
    ADMINISTRATOR,
    /** 安全管理员: confirms what the administrator proposes for people, and ends sessions. */
    SECURITY_ADMINISTRATOR,
    /** 审计: reads all, changes nothing. */
    AUDITOR,
    /** The platform itself, when a rule or a clock acts. */
    SYSTEM
}

package org.xiangmuzhang.catalog.domain.bundle;

/** The kinds of packages that the sources tell apart. */
public enum Family {
    /** 全生命周期: what a person or enterprise needs at one turn of its life. */
    LIFE_CYCLE,
    /** 一业一证: what a trade needs. */
    TRADE,
    /** 1+N: one change carries the changes of N permits, for which nobody applies. */
    ONE_PLUS_N,
    /** 一本制: several assessments in one book with one review and one approval. */
    BUNDLED_ASSESSMENT,
    /** 多审合一: one decision stands for several. */
    MERGED_APPROVAL,
    /** 多证联发: several permits handed over on one day. */
    SAME_DAY,
    /** 联合验收. */
    JOINT_ACCEPTANCE,
    /** 并联审批: accepted together and reviewed at the same time. */
    PARALLEL;

    /** Whether one review does for all items at once. */
    boolean isOneReview() {
        return this == BUNDLED_ASSESSMENT || this == MERGED_APPROVAL;
    }
}

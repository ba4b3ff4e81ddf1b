package org.xiangmuzhang.catalog.domain.bundle;

/** What a package may save. */
public enum Measure {
    /** Days by what is promised. */
    DAYS,
    /** Days by what the law allows. */
    LEGAL_DAYS,
    /** 环节. */
    STEPS,
    /** What the lists of materials name, whoever brings it. */
    LISTED,
    /** What the applicant hands in. */
    MATERIALS,
    /** 跑动次数. */
    TRIPS,
    /** Fields that are filled in. */
    FIELDS,
    /** Money; published only, the catalog holds no prices. */
    COST
}

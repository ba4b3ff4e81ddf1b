package org.xiangmuzhang.steward.domain.session;

/** What departments do together. */
public enum SessionKind {
    /** 联合预审: one look and one meeting before anything is applied for. */
    PREEXAM,
    /** 联合研判: which way and which items. */
    JUDGEMENT,
    /** 联编. */
    DRAFTING,
    /** 联评. */
    EVALUATION,
    /** 联审. */
    REVIEW,
    /** 联合图审. */
    DRAWINGS,
    /** 联合勘验. */
    SURVEY,
    /** 联合验收; of the whole or a part, in earnest or as a rehearsal. */
    ACCEPTANCE
}

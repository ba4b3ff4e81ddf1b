package org.xiangmuzhang.intake.domain.obligation;

/** What is still to come. */
public enum ObligationKind {
    /** 容缺: a material that is handed in later. */
    MATERIAL,
    /** 告知承诺: that the conditions of an item are met, decided on the promise alone. */
    CONDITIONS,
    /** 三免: what the waived expert review would have seen to. */
    REVIEW,
    /** 证明事项告知承诺: what a certificate would have shown. */
    CERTIFICATE;

    /** Whether it is a promise, which an approval brings into force and a check ends. */
    public boolean isPromise() {
        return this != MATERIAL;
    }
}

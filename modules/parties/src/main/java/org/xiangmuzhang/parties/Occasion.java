package org.xiangmuzhang.parties;

/** Where a name is shown. */
public enum Occasion {
    /** Beside a matter that the reader works on or is a party of. */
    MATTER,
    /** In a list, or beside what the reader only looks at. */
    LIST
}

package org.xiangmuzhang.parties.privacy;

/** What a legal hold can be placed on. */
public enum HeldKind {
    PERSON,
    PROJECT,
    APPLICATION
}

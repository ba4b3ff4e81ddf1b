package org.xiangmuzhang.steward.domain.book;

/** What a department says of its chapter. */
public enum ChapterVerdict {
    AGREED,
    OBJECTED
}

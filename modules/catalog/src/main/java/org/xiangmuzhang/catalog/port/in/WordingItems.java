package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.own.ItemChange;

import java.util.Locale;

/** What an item's fields hold, and what changed, in words as in a change log. */
public interface WordingItems {

    /** One change in one sentence, such as 承诺时限 10 → 7 个工作日. */
    String of(ItemChange change, Locale locale);

    /** Name of a column. */
    String label(String column, Locale locale);

    /** What stands in a column, codes in words; a limit is written {@code 10 WD}. */
    String value(String column, @Nullable String text, Locale locale);
}

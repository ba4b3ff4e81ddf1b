package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Locale;

/** Departments as places have them, asked for by the catalog's kind that they fulfil. */
public interface Departments {

    /**
     * What the place calls its department of a kind on a day, always from memory; null when it
     * keeps no record of one.
     */
    @Nullable String name(Region place, String kind, LocalDate day, Locale language);

    /** Whether the place has had a department of the kind, and has none on the day. */
    boolean isClosed(Region place, String kind, LocalDate day);
}

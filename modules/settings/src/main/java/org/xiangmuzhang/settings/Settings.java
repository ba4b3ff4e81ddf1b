package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;

/** What holds somewhere on some day, always from memory. */
public interface Settings {

    /**
     * The values by field: the newest approved version whose validity covers the day, of the place
     * itself, else of the nearest place above it, else what was shipped.
     */
    Values at(Setting setting, Region place, LocalDate day);

    /** Whose version that is, or null: what was shipped. */
    default @Nullable Region setBy(Setting setting, Region place, LocalDate day) {
        return null;
    }
}

package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds somewhere on some day, always from memory. */
public interface Settings {

    /**
     * The values by field: the newest approved version whose validity covers the day, of the place
     * itself, else of the nearest place above it, else what was shipped.
     */
    Values at(Setting setting, Region place, LocalDate day);

    /** Those of some places that go by the same version as one: what it sets anew holds there. */
    default Set<Region> following(
            Setting setting, Region place, Collection<Region> places, LocalDate day) {
        Region here = setBy(setting, place, day);
        return places.stream()
                .filter(it -> Objects.equals(setBy(setting, it, day), here))
                .collect(Collectors.toSet());
    }

    /** Whose version that is, or null: what was shipped. */
    default @Nullable Region setBy(Setting setting, Region place, LocalDate day) {
        return null;
    }

    /** Its number at that place, or 0: what was shipped. */
    default int version(Setting setting, Region place, LocalDate day) {
        return 0;
    }
}

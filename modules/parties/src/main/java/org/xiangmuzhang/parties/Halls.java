package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.Objects;

/** The service halls of places and their windows, to which posts of clerks refer. */
public interface Halls {

    /** Whether the place has such a hall. */
    boolean isKnown(Region region, String code);

    /** What the place calls the hall, or null when it has no such hall. */
    @Nullable String name(Region region, String hall);

    /** What the place calls the window of the hall, or null when there is no such window. */
    @Nullable String window(Region region, String hall, String window);

    /** A hall, and a window of it where there is one, by their names, else by their codes. */
    default String words(Region region, String hall, @Nullable String window) {
        String named = Objects.requireNonNullElse(name(region, hall), hall);
        return window == null
                ? named
                : named + " " + Objects.requireNonNullElse(window(region, hall, window), window);
    }
}

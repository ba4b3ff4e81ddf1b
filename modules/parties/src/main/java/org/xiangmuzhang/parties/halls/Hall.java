package org.xiangmuzhang.parties.halls;

import java.util.List;

/**
 * A service hall of a place.
 *
 * @param code unique at its place, such as {@code 140500-01}
 */
record Hall(String code, String name, List<Window> windows) {

    Hall {
        windows = List.copyOf(windows);
    }

    /** A window of it; the code is unique in the hall. */
    record Window(String code, String name) {}
}

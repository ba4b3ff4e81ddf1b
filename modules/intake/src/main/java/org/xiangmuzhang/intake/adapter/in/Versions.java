package org.xiangmuzhang.intake.adapter.in;

import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.rest.EntityTags;

/** The version that stood on the page or in the line that the caller acts on. */
public final class Versions {

    private Versions() {}

    public static Seen seen(long version) {
        return now -> EntityTags.check(version, now);
    }
}

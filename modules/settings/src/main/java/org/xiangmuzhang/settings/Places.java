package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** The tree of places; without such a bean each stands alone below the template. */
public interface Places {

    /** The places above one, the nearest first, the template last; empty for the template. */
    List<Region> above(Region place);

    /** Whether the actor's post reaches the place. */
    boolean reaches(Actor actor, Region place);

    /** The place's name, or null when there is no such place. */
    @Nullable String name(Region place);
}

package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.Set;

/** The places and departments in which posts lie; without such a bean each stands alone. */
public interface Jurisdictions {

    /** Every place that the actor's post reaches; empty means all there are. */
    Set<Region> of(Actor actor);

    /** The place's name, or null when there is no such place. */
    @Nullable String place(Region place);

    /** The department's name, or null when there is no such department. */
    @Nullable String department(String code);
}
